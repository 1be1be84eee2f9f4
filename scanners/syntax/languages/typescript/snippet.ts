abstract class A<T extends B = C> implements I {
  constructor(private readonly a: Map<string, number[]>, @Inject() b?: ns.T) { super(); }
  abstract f(x: this): asserts x is T;
  get g(): string { return <string>this.h; }
}
enum E { A, B = 'b' }
type F = (a: number) => void | { k?: string } | [A, B] | typeof x | keyof T;
declare const x: unique symbol;
namespace N { export let y = x as const satisfies Z; }
import type { Q } from "q";
