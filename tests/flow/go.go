package m

import ("fmt"; "strings"; "strconv"; "errors"; "regexp"; "bytes")

type O struct { a string; b string; in I }
type I struct { x string; y string }
// ruleid: flow
func fieldTaken() { o := O{a: source(), b: "x"}; sink(o.a) }
// ok: flow
func fieldOther() { o := O{a: source(), b: "x"}; sink(o.b) }
// ok: flow
func keyOther() { o := map[string]string{}; o["k"] = source(); o["j"] = "c"; sink(o["j"]) }
// ruleid: flow
func keyTaken() { o := map[string]string{"k": source(), "j": "c"}; sink(o["k"]) }
// ruleid: flow
func elementTaken() { l := []string{source(), "b"}; sink(l[0]) }
// ok: flow
func elementOther() { l := []string{source(), "b"}; sink(l[1]) }
// ok: flow
func appendedOther() { l := []string{}; l = append(l, "a"); l = append(l, source()); sink(l[0]) }
// ruleid: flow
func appendedTaken() { l := []string{}; l = append(l, "a"); l = append(l, source()); sink(l[1]) }
// ruleid: flow
func slicedTaken() { l := []string{"a", source()}; l = l[1:]; sink(l[0]) }
// ok: flow
func slicedOther() { l := []string{source(), "b"}; l = l[1:]; sink(l[0]) }
func two() (string, string) { return source(), "c" }
// ruleid: flow
func firstResult() { a, b := two(); _ = b; sink(a) }
// ok: flow
func secondResult() { a, b := two(); _ = a; sink(b) }
// ok: flow
func declaredTogether() { a, b := source(), "x"; _ = a; sink(b) }
// ruleid: flow
func swappedIn() { a, b := source(), "x"; a, b = b, a; sink(b) }
// ok: flow
func swappedOut() { a, b := source(), "x"; a, b = b, a; sink(a) }
func named() (r string, err error) { r = source(); return }
// ruleid: flow
func namedResult() { r, err := named(); _ = err; sink(r) }
// ok: flow
func namedError() { r, err := named(); _ = r; sink(err) }
// ok: flow
func assignedAgain() { x := source(); x = "c"; sink(x) }
// ok: flow
func deadBranch() { x := source(); if 1 > 2 { sink(x) } }
// ok: flow
func constantCondition() { x := source(); n := 3; if n*7 > 20 { x = "c" }; sink(x) }
// ok: flow
func constantCase() { var x string; switch 2 { case 1: x = source(); case 2: x = "c"; default: x = source() }; sink(x) }
// ruleid: flow
func constantCaseTaken() { var x string; switch 1 { case 1: x = source(); default: x = "c" }; sink(x) }
// ok: flow
func comparedWithAll() { x := source(); if x != "a" && x != "b" { return }; sink(x) }
// ok: flow
func inTable() { x := source(); allowed := map[string]bool{"a": true}; if !allowed[x] { return }; sink(x) }
// ok: flow
func inTableByOk() { x := source(); allowed := map[string]bool{"a": true}; if _, ok := allowed[x]; !ok { return }; sink(x) }
var re = regexp.MustCompile("^[a-z]+$")
// ok: flow
func fitsExpression() { x := source(); if !re.MatchString(x) { panic("no") }; sink(x) }
// ok: flow
func caseIsConstant() { x := source(); switch x { case "a": sink(x) } }
// ruleid: flow
func defaultIsNot() { x := source(); switch x { case "a": return; default: sink(x) } }
// ruleid: flow
func rangeValue() { for _, v := range []string{source()} { sink(v) } }
// ok: flow
func rangeKey() { for k, v := range map[string]string{"a": source()} { _ = v; sink(k) } }
// ok: flow
func rangePosition() { for i := range []string{source()} { sink(i) } }
// ruleid: flow
func closureSees() { x := source(); g := func() string { return x }; sink(g()) }
// ok: flow
func functionIgnores() { x := source(); g := func(y string) string { return "c" }; sink(g(x)) }
// ruleid: flow
func closureAssigns() { x := "c"; g := func() { x = source() }; g(); sink(x) }
type A struct { v string; w string }
func NewA(v string) *A { return &A{v: v, w: "c"} }
func (a *A) Get() string { return a.v }
func (a *A) GetW() string { return a.w }
func (a *A) Set(v string) { a.v = v }
func (a A) SetNo(v string) { a.v = v }
// ruleid: flow
func methodGives() { a := NewA(source()); sink(a.Get()) }
// ok: flow
func methodGivesOther() { a := NewA(source()); sink(a.GetW()) }
// ruleid: flow
func setterOfPointer() { a := A{}; a.Set(source()); sink(a.v) }
// ok: flow
func setterOfValue() { a := A{}; a.SetNo(source()); sink(a.v) }
type B struct { A; z string }
// ruleid: flow
func promotedMethod() { b := B{A: A{v: source()}}; sink(b.Get()) }
// ruleid: flow
func promotedField() { b := B{A: A{v: source()}}; sink(b.v) }
// ok: flow
func ownField() { b := B{A: A{v: source()}}; sink(b.z) }
type G interface { Go(x string) string }
type G1 struct{}
func (g G1) Go(x string) string { return x }
type G2 struct{}
func (g G2) Go(x string) string { return "c" }
// ruleid: flow
func interfaceOfOne() { var g G = G1{}; sink(g.Go(source())) }
// ok: flow
func interfaceOfOther() { var g G = G2{}; sink(g.Go(source())) }
func call(g G, x string) string { return g.Go(x) }
// ruleid: flow
func interfaceParameter() { sink(call(G1{}, source())) }
// ruleid: flow
func formatted() { sink(fmt.Sprintf("x%sy", source())) }
// ruleid: flow
func joinedTexts() { sink(strings.Join([]string{"a", source()}, ",")) }
// ruleid: flow
func builder() { var sb strings.Builder; sb.WriteString("a"); sb.WriteString(source()); sink(sb.String()) }
// ruleid: flow
func printedIntoBuffer() { var sb bytes.Buffer; fmt.Fprintf(&sb, "%s", source()); sink(sb.String()) }
// ruleid: flow
func pointerArgument() { p := "c"; set(&p); sink(p) }
func set(p *string) { *p = source() }
func clear2(p *string) { *p = "c" }
// ruleid: flow
func pointer() { x := source(); p := &x; sink(*p) }
func rest(a string, r ...string) string { return r[0] }
// ruleid: flow
func variadicTaken() { sink(rest("a", source())) }
// ok: flow
func variadicOther() { sink(rest(source(), "a")) }
// ruleid: flow
func variadicSpread() { sink(rest("a", []string{source()}...)) }
func fact(n int, v string) string { if n <= 1 { return v }; return fact(n-1, v) }
// ruleid: flow
func recursion() { sink(fact(5, source())) }
func id(x string) string { return x }
// ruleid: flow
func functionValue() { f := id; sink(f(source())) }
var table = map[string]func(string) string{"a": id, "b": func(x string) string { return "c" }}
// ruleid: flow
func functionOfTable() { sink(table["a"](source())) }
// ok: flow
func otherFunctionOfTable() { sink(table["b"](source())) }
func hof(f func(string) string, x string) string { return f(x) }
// ruleid: flow
func handedFunction() { sink(hof(id, source())) }
// ruleid: flow
func loopCollects() { x := ""; for i := 0; i < 3; i++ { x += source() }; sink(x) }
// ruleid: flow
func channelOfRoutine() { c := make(chan string); go func() { c <- source() }(); sink(<-c) }
// ruleid: flow
func channel() { c := make(chan string, 1); c <- source(); x := <-c; sink(x) }
// ruleid: flow
func rangeOfChannel() { c := make(chan string, 1); c <- source(); for v := range c { sink(v) } }
// ok: flow
func comparison() { sink(source() == "a") }
// ruleid: flow
func deferred() { defer sink(source()) }
// ruleid: flow
func deferredClosure() { x := source(); defer func() { sink(x) }() }
// ruleid: flow
func errorText() { err := errors.New(source()); sink(err.Error()) }
// ruleid: flow
func errorFormatted() { err := fmt.Errorf("x %s", source()); sink(err) }
// ruleid: flow
func assertedType() { var i interface{} = source(); s := i.(string); sink(s) }
// ruleid: flow
func typeSwitch() { var i interface{} = source(); switch v := i.(type) { case string: sink(v) } }
// ruleid: flow
func assertedByOk() { var i interface{} = source(); if s, ok := i.(string); ok { sink(s) } }
var glob string
func setg() { glob = source() }
// ruleid: flow
func packageVariable() { setg(); sink(glob) }
// ok: flow
func innerOther() { o := O{}; o.in.x = source(); sink(o.in.y) }
// ruleid: flow
func innerTaken() { o := O{}; o.in.x = source(); sink(o.in.x) }
// ruleid: flow
func sameObject() { o := &O{}; p := o; o.a = source(); sink(p.a) }
// ok: flow
func copiedStruct() { o := O{}; p := o; o.a = source(); sink(p.a) }
// ruleid: flow
func bytesOfText() { b := []byte(source()); sink(string(b)) }
// ruleid: flow
func trimmed() { x := strings.TrimSpace(strings.ToLower(source())); sink(x) }
// ruleid: flow
func split() { x := strings.Split(source(), ",")[0]; sink(x) }
// ruleid: flow
func ifHeader() { if x := source(); x != "" { sink(x) } }
// ruleid: flow
func nestedTaken() { l := [][]string{{"a", source()}}; sink(l[0][1]) }
// ok: flow
func nestedOther() { l := [][]string{{"a", source()}}; sink(l[0][0]) }
// ok: flow
func structInMapOther() { m := map[string]O{"a": {a: source(), b: "c"}}; sink(m["a"].b) }
// ruleid: flow
func structInMapTaken() { m := map[string]O{"a": {a: source(), b: "c"}}; sink(m["a"].a) }
// ok: flow
func deletedKey() { m := map[string]string{"a": source()}; delete(m, "a"); sink(m["a"]) }
// ruleid: flow
func copiedList() { a := []string{"x", source()}; b := make([]string, 2); copy(b, a); sink(b[1]) }
type Fn func(string) string
func mk() Fn { return func(x string) string { return x } }
// ruleid: flow
func functionMakesFunction() { sink(mk()(source())) }
// ok: flow
func behindBreak() { for { x := source(); break; sink(x) } }
// ruleid: flow
func label() { x := source(); goto end; end: sink(x) }
func gen[T any](x T) T { return x }
// ruleid: flow
func genericNamed() { sink(gen[string](source())) }
// ruleid: flow
func generic() { sink(gen(source())) }
type St[T any] struct { items []T }
func (s *St[T]) Push(x T) { s.items = append(s.items, x) }
func (s *St[T]) Pop() T { return s.items[len(s.items)-1] }
// ruleid: flow
func genericStack() { s := &St[string]{}; s.Push(source()); sink(s.Pop()) }
// ruleid: flow
func methodExpression() { sink((*A).Get(NewA(source()))) }
// ruleid: flow
func literalOfStruct() { sink(struct{ q string }{source()}.q) }
// ruleid: flow
func positionalTaken() { o := O{source(), "x", I{}}; sink(o.a) }
// ok: flow
func positionalOther() { o := O{source(), "x", I{}}; sink(o.b) }
