import d, {x as y, z} from 'm'; import * as ns from "n"; import 'side';
export const a = 1, b = c?.d;
export default function f({p, q: r = 2}, ...rest) { return new Foo; }
let {u, v} = require(`x`);
class A extends B { static x = 1; async m(a = 1) { super.m(); } get y() { return 1 } }
if (a) b(); else if (c) d; else { e }
for (let i = 0; i < 3; i++) f(i);
for (const k of ks) { continue lbl }
switch (x) { case 1: case 2: f(); break; default: g() }
try { t`a${1}b` } catch (e) { throw e } finally {}
const g = async x => `a ${x} b`;
el = <div className="x" {...p}>hi {name} <b/></div>;
