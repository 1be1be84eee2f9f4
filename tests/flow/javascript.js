// ruleid: flow
function fieldTaken() { const o = {a: source(), b: 'x'}; sink(o.a); }
// ok: flow
function fieldOther() { const o = {a: source(), b: 'x'}; sink(o.b); }
// ok: flow
function keyOther() { const o = {}; o['k'] = source(); o['j'] = 'c'; sink(o['j']); }
// ruleid: flow
function keyTaken() { const o = {}; o['k'] = source(); sink(o.k); }
// ruleid: flow
function elementTaken() { const l = [source(), 'b']; sink(l[0]); }
// ok: flow
function elementOther() { const l = [source(), 'b']; sink(l[1]); }
// ok: flow
function pushedOther() { const l = []; l.push('a'); l.push(source()); sink(l[0]); }
// ruleid: flow
function pushedTaken() { const l = []; l.push('a'); l.push(source()); sink(l[1]); }
// ruleid: flow
function shiftedTaken() { const l = ['a', source()]; l.shift(); sink(l[0]); }
// ok: flow
function shiftedOther() { const l = [source(), 'b']; l.shift(); sink(l[0]); }
// ok: flow
function unshifted() { const l = ['a']; l.unshift(source()); sink(l[1]); }
// ruleid: flow
function destructuredTaken() { const [a, b] = [source(), 'x']; sink(a); }
// ok: flow
function destructuredOther() { const [a, b] = [source(), 'x']; sink(b); }
// ruleid: flow
function renamedTaken() { const {a, b: c} = {a: 'x', b: source()}; sink(c); }
// ok: flow
function renamedOther() { const {a, b: c} = {a: 'x', b: source()}; sink(a); }
// ok: flow
function assignedAgain() { let x = source(); x = 'c'; sink(x); }
// ok: flow
function deadBranch() { let x = source(); if (1 > 2) { sink(x); } }
// ok: flow
function constantCondition() { let x = source(); const n = 3; if (n * 7 > 20) { x = 'c'; } sink(x); }
// ok: flow
function constantChoice() { let x; const n = 3; x = n * 7 > 20 ? 'c' : source(); sink(x); }
// ok: flow
function constantCase() { let x; switch ('ABC'.charAt(1)) { case 'A': x = source(); break; case 'B': x = 'c'; break; default: x = source(); } sink(x); }
// ruleid: flow
function constantCaseTaken() { let x; switch ('ABC'.charAt(0)) { case 'A': x = source(); break; default: x = 'c'; } sink(x); }
// ok: flow
function inList() { const x = source(); if (!['a', 'b'].includes(x)) { return; } sink(x); }
// ok: flow
function fitsExpression() { const x = source(); if (!/^[a-z]+$/.test(x)) { throw new Error('no'); } sink(x); }
// ok: flow
function caseIsConstant() { const x = source(); switch (x) { case 'a': sink(x); break; } }
// ruleid: flow
function thrownHere() { try { throw new Error(source()); } catch (e) { sink(e.message); } }
// ok: flow
function finallyAssigns() { let x = source(); try { x = 'a'; } finally { x = 'b'; } sink(x); }
// ruleid: flow
function eachOf() { [source()].forEach(v => { sink(v); }); }
// ok: flow
function eachOfConstants() { ['a'].forEach(v => { sink(v); }); }
// ruleid: flow
function mapped() { const r = [source()].map(v => v + '!'); sink(r[0]); }
// ok: flow
function mappedToConstant() { const r = [source()].map(v => 'c'); sink(r[0]); }
// ruleid: flow
function filteredJoined() { const r = ['a', source()].filter(v => v).join(','); sink(r); }
// ruleid: flow
function reduced() { const s = ['a', source()].reduce((acc, v) => acc + v, ''); sink(s); }
// ruleid: flow
function closureSees() { const x = source(); const g = () => x; sink(g()); }
// ok: flow
function functionIgnores() { const x = source(); const g = (y) => 'c'; sink(g(x)); }
function* gen1() { yield source(); }
// ruleid: flow
function generated() { for (const v of gen1()) { sink(v); } }
async function as1() { return source(); }
// ruleid: flow
async function awaited() { const v = await as1(); sink(v); }
// ruleid: flow
function thenOf() { as1().then(v => { sink(v); }); }
// ruleid: flow
function resolved() { return new Promise((resolve) => resolve(source())).then(v => sink(v)); }
// ruleid: flow
async function awaitedAll() { const [a, b] = await Promise.all([as1(), 'x']); sink(a); }
class A { constructor(v) { this.v = v; this.w = 'c'; } get() { return this.v; } getW() { return this.w; } set(v) { this.v = v; } }
// ruleid: flow
function methodGives() { const a = new A(source()); sink(a.get()); }
// ok: flow
function methodGivesOther() { const a = new A(source()); sink(a.getW()); }
class B extends A { constructor(v) { super(v); } get() { return 'c'; } }
// ok: flow
function overridden() { const b = new B(source()); sink(b.get()); }
class C2 extends A { }
// ruleid: flow
function inherited() { const b = new C2(source()); sink(b.get()); }
class S { static make(v) { return v; } static none(v) { return 'c'; } }
// ruleid: flow
function staticMethod() { sink(S.make(source())); }
// ok: flow
function staticConstant() { sink(S.none(source())); }
// ruleid: flow
function mapTaken() { const m = new Map(); m.set('a', source()); m.set('b', 'c'); sink(m.get('a')); }
// ok: flow
function mapOther() { const m = new Map(); m.set('a', source()); m.set('b', 'c'); sink(m.get('b')); }
// ruleid: flow
function template() { sink(`x${source()}y`); }
// ruleid: flow
function concatenated() { sink('a'.concat('b', source())); }
// ruleid: flow
function formatted() { sink(util.format('%s', source())); }
// ruleid: flow
function spreadObject() { const o = {...{a: source()}, b: 1}; sink(o.a); }
// ok: flow
function spreadOverwritten() { const o = {...{a: source()}, a: 'c'}; sink(o.a); }
// ruleid: flow
function assignedObject() { const o = Object.assign({}, {a: source()}); sink(o.a); }
// ruleid: flow
function spreadList() { const a = [...['x'], source()]; sink(a[1]); }
function rest(a, ...r) { return r[0]; }
// ruleid: flow
function restTaken() { sink(rest('a', source())); }
// ok: flow
function restOther() { sink(rest(source(), 'a')); }
function dflt(a, b = 'c') { return b; }
// ok: flow
function defaultUsed() { sink(dflt(source())); }
// ruleid: flow
function defaultGiven() { sink(dflt('x', source())); }
function opts({a, b}) { return a; }
// ruleid: flow
function patternTaken() { sink(opts({a: source(), b: 1})); }
// ok: flow
function patternOther() { sink(opts({a: 'c', b: source()})); }
function fact(n, v) { if (n <= 1) return v; return fact(n - 1, v); }
// ruleid: flow
function recursion() { sink(fact(5, source())); }
function id(x) { return x; }
// ruleid: flow
function functionValue() { const f = id; sink(f(source())); }
// ruleid: flow
function functionCall() { sink(id.call(null, source())); }
// ruleid: flow
function functionApply() { sink(id.apply(null, [source()])); }
// ruleid: flow
function functionBound() { const g = id.bind(null, source()); sink(g()); }
const table = {a: id, b: function (x) { return 'c'; }};
// ruleid: flow
function functionOfTable() { sink(table.a(source())); }
// ok: flow
function otherFunctionOfTable() { sink(table.b(source())); }
// ok: flow
function functionOfList() { const fs = [id, x => 'c']; sink(fs[1](source())); }
function hof(f, x) { return f(x); }
// ruleid: flow
function handedFunction() { sink(hof(id, source())); }
// ruleid: flow
function loopCollects() { let i = 0; let x = ''; while (i < 3) { x += source(); i++; } sink(x); }
// ruleid: flow
function loopOnce() { let x = 'a'; do { x = source(); } while (false); sink(x); }
// ok: flow
function keysOfObject() { for (const k in {a: source()}) { sink(k); } }
// ruleid: flow
function entriesOfObject() { for (const [k, v] of Object.entries({a: source()})) { sink(v); } }
// ok: flow
function typeOf() { const x = source(); sink(typeof x); }
// ok: flow
function comparison() { const x = source() === 'a'; sink(x); }
// ruleid: flow
function parsed() { const x = JSON.parse(source()); sink(x.name); }
// ruleid: flow
function serialized() { const x = JSON.stringify({q: source()}); sink(x); }
// ruleid: flow
function orDefault() { const x = source() || 'd'; sink(x); }
// ok: flow
function andConstant() { const x = source() && 'd'; sink(x); }
// ruleid: flow
function optionalChain() { const x = source()?.trim().split(',')[0]; sink(x); }
// ruleid: flow
let glob; function setg() { glob = source(); } function outerVariable() { setg(); sink(glob); }
// ok: flow
function innerOther() { const o = {}; o.a = {}; o.a.b = source(); sink(o.a.c); }
// ruleid: flow
function innerTaken() { const o = {}; o.a = {}; o.a.b = source(); sink(o.a.b); }
// ruleid: flow
function getterOfLiteral() { const o = {get a() { return source(); }}; sink(o.a); }
// ok: flow
function commaOperator() { const x = (source(), 'c'); sink(x); }
// ok: flow
function constantEncoded() { sink(encodeURI('c')); }
function mut(o) { o.z = source(); }
// ruleid: flow
function changedByCallee() { const o = {}; mut(o); sink(o.z); }
function mut2(o) { o.z = 'c'; }
// ruleid: flow
function eachOfSet() { const s = new Set(); s.add(source()); for (const v of s) sink(v); }
function tag(s, ...v) { return v[0]; }
// ruleid: flow
function calledAtOnce() { const x = source(); (function (y) { sink(y); })(x); }
// ok: flow
function calledAtOnceIgnores() { const x = source(); (function (y) { sink('c'); })(x); }
// ruleid: flow
function timer() { setTimeout((v) => { sink(v); }, 10, source()); }
// ruleid: flow
function joined() { const sb = []; sb.push('a'); sb.push(source()); sink(sb.join('')); }
// ok: flow
function deleted() { const x = source(); delete x.a; const o = {a: x}; delete o.a; sink(o.a); }
// ruleid: flow
function textMethods() { const x = source().slice(0, 5).toUpperCase().padEnd(3); sink(x); }
// ok: flow
function behindBreak() { label: for (;;) { const x = source(); break label; sink(x); } }
// ok: flow
function behindReturn() { const x = source(); return; sink(x); }
// ok: flow
function partOfParsed() { const o = JSON.parse('{"a": 1}'); o.p = source(); sink(o.a); }
// ruleid: flow
function copiedList() { const a = ['x', 'y']; a[1] = source(); const b = a.slice(); sink(b[1]); }
// ruleid: flow
function nullish() { const x = source(); const y = x ?? 'c'; sink(y); }
// ruleid: flow
function nullishAssigned() { let x = null; x ??= source(); sink(x); }
// ruleid: flow
function asString() { sink(String(source())); }
// ruleid: flow
function buffer() { sink(Buffer.from(source()).toString()); }
// ruleid: flow
function escapedAndBack() { sink(decodeURIComponent(escape(source()))); }
