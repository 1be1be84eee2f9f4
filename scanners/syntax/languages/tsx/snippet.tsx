import type { A } from "a";
@Component({selector: 'x'})
export class C<T> extends B<T> implements I, ns.J {
  @Input() private readonly x?: string = "a";
  constructor(private a: A, @Inject(T) b?: string, ...c: any[]) { super(); }
  m?(x: number): Promise<void>;
  async f<T>(x: T = 1): Promise<T> { return x as any as ns.T<U>; }
}
interface I { a: string; f(): void }
enum E { A, B = 1 }
type X = A | B[];
const x: Map<string, number> = y!;
function g(this: X, a): a is B { if (a) { } }
let h = (a: string): void => { };
export default foo;
export * from "x"; export { a as b };
declare module "x" { }
const el = <Foo<T> a="b" {...p}>text {x}</Foo>;
