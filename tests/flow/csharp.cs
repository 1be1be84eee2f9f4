using System; using System.Linq; using System.Collections.Generic; using System.Text; using System.Threading.Tasks;
class Box {
  private string v;
  private string w;
  public Box(string v) { this.v = v; this.w = "c"; }
  public string Get() { return v; }
  public string GetW() { return w; }
  public void Set(string x) { v = x; }
}
class Auto {
  public string V { get; set; }
  public string W { get; set; }
}
class Full {
  private string v;
  public string V { get { return v; } set { v = value; } }
  public string K { get { return "c"; } }
}
class Arrow {
  private string v;
  public string V { get => v; set => v = value; }
  public string Twice => v + v;
}
class Prim(string v, string w) {
  public string V => v;
  public string W() { return w; }
}
record Rec(string V, string W);
struct Pt {
  public string X;
  public string Y;
}
class PtClass {
  public string X;
  public string Y;
}
class Sub : Box {
  public Sub(string v) : base(v) { }
  public new string Get() { return "c"; }
}
class Plain : Box { public Plain(string v) : base(v) { } }
abstract class Abs {
  public abstract string Go(string x);
  public string Run(string x) { return Go(x); }
}
class Con : Abs { public override string Go(string x) { return x; } }
class Clean : Abs { public override string Go(string x) { return "c"; } }
interface IGo { string Do(string x); }
class Goer : IGo { public string Do(string x) { return x; } }
static class Ext {
  public static string Same(this string s) { return s; }
  public static string Other(this string s, string t) { return t; }
  public static string Fixed(this string s) { return "c"; }
}
class Idx {
  private string v;
  public string this[int i] { get { return v; } set { v = value; } }
}
class Op {
  public string V;
  public Op(string v) { V = v; }
  public static Op operator +(Op a, Op b) { return new Op(a.V + b.V); }
  public static implicit operator string(Op o) { return o.V; }
  public override string ToString() { return V; }
}
class Gen<T> {
  private T v;
  public Gen(T v) { this.v = v; }
  public T Get() { return v; }
}
class Dec {
  public string A;
  public Dec(string a) { A = a; }
  public void Deconstruct(out string x, out string y) { x = A; y = "c"; }
}
class Consts {
  public const string K = "c";
  public static string S = source();
  public static string T;
  public static void Fill() { T = source(); }
}
class Tests {
  string fld;
  void FieldOfInitializerTaken() {
    var o = new Auto { V = source(), W = "x" };
    // ruleid: flow
    sink(o.V);
  }
  void FieldOfInitializerOther() {
    var o = new Auto { V = source(), W = "x" };
    // ok: flow
    sink(o.W);
  }
  void AnonymousTaken() {
    var o = new { a = source(), b = "x" };
    // ruleid: flow
    sink(o.a);
  }
  void AnonymousOther() {
    var o = new { a = source(), b = "x" };
    // ok: flow
    sink(o.b);
  }
  void PropertySetTaken() {
    var o = new Auto();
    o.V = source();
    // ruleid: flow
    sink(o.V);
  }
  void PropertySetOther() {
    var o = new Auto();
    o.V = source();
    // ok: flow
    sink(o.W);
  }
  void PropertyOverwritten() {
    var o = new Auto();
    o.V = source();
    o.V = "c";
    // ok: flow
    sink(o.V);
  }
  void FullPropertyTaken() {
    var o = new Full();
    o.V = source();
    // ruleid: flow
    sink(o.V);
  }
  void FullPropertyConstant() {
    var o = new Full();
    o.V = source();
    // ok: flow
    sink(o.K);
  }
  void ArrowPropertyTaken() {
    var o = new Arrow();
    o.V = source();
    // ruleid: flow
    sink(o.V);
  }
  void PrimaryConstructorTaken() {
    var o = new Prim(source(), "x");
    // ruleid: flow
    sink(o.V);
  }
  void PrimaryConstructorOther() {
    var o = new Prim(source(), "x");
    // ok: flow
    sink(o.W());
  }
  void RecordTaken() {
    var o = new Rec(source(), "x");
    // ruleid: flow
    sink(o.V);
  }
  void RecordOther() {
    var o = new Rec(source(), "x");
    // ok: flow
    sink(o.W);
  }
  void RecordWithTaken() {
    var o = new Rec("y", "x") with { V = source() };
    // ruleid: flow
    sink(o.V);
  }
  void RecordWithOther() {
    var o = new Rec("y", "x") with { V = source() };
    // ok: flow
    sink(o.W);
  }
  void RecordDeconstructTaken() {
    var (a, b) = new Rec(source(), "x");
    // ruleid: flow
    sink(a);
  }
  void RecordDeconstructOther() {
    var (a, b) = new Rec(source(), "x");
    // ok: flow
    sink(b);
  }
  void DictTaken() {
    var d = new Dictionary<string,string>();
    d["a"] = source();
    d["b"] = "c";
    // ruleid: flow
    sink(d["a"]);
  }
  void DictOther() {
    var d = new Dictionary<string,string>();
    d["a"] = source();
    d["b"] = "c";
    // ok: flow
    sink(d["b"]);
  }
  void DictAddTaken() {
    var d = new Dictionary<string,string>();
    d.Add("a", source());
    // ruleid: flow
    sink(d["a"]);
  }
  void DictAddOther() {
    var d = new Dictionary<string,string>();
    d.Add("a", source());
    d.Add("b", "c");
    // ok: flow
    sink(d["b"]);
  }
  void DictInitTaken() {
    var d = new Dictionary<string,string> { ["a"] = source(), ["b"] = "c" };
    // ruleid: flow
    sink(d["a"]);
  }
  void DictInitOther() {
    var d = new Dictionary<string,string> { ["a"] = source(), ["b"] = "c" };
    // ok: flow
    sink(d["b"]);
  }
  void DictPairInitTaken() {
    var d = new Dictionary<string,string> { { "a", source() }, { "b", "c" } };
    // ruleid: flow
    sink(d["a"]);
  }
  void DictPairInitOther() {
    var d = new Dictionary<string,string> { { "a", source() }, { "b", "c" } };
    // ok: flow
    sink(d["b"]);
  }
  void DictTryGetTaken() {
    var d = new Dictionary<string,string> { ["a"] = source() };
    d.TryGetValue("a", out var v);
    // ruleid: flow
    sink(v);
  }
  void DictEachValue() {
    var d = new Dictionary<string,string> { ["a"] = source() };
    // ruleid: flow
    foreach (var kv in d) { sink(kv.Value); }
  }
  void ArrayTaken() {
    var l = new[] { source(), "b" };
    // ruleid: flow
    sink(l[0]);
  }
  void ArrayOther() {
    var l = new[] { source(), "b" };
    // ok: flow
    sink(l[1]);
  }
  void ArraySetOther() {
    var l = new string[2];
    l[0] = source();
    l[1] = "c";
    // ok: flow
    sink(l[1]);
  }
  void ListInitTaken() {
    var l = new List<string> { source(), "b" };
    // ruleid: flow
    sink(l[0]);
  }
  void ListInitOther() {
    var l = new List<string> { source(), "b" };
    // ok: flow
    sink(l[1]);
  }
  void ListAddTaken() {
    var l = new List<string>();
    l.Add("a");
    l.Add(source());
    // ruleid: flow
    sink(l[1]);
  }
  void ListAddOther() {
    var l = new List<string>();
    l.Add("a");
    l.Add(source());
    // ok: flow
    sink(l[0]);
  }
  void ListRemoveAtOther() {
    var l = new List<string>();
    l.Add(source());
    l.Add("b");
    l.RemoveAt(0);
    // ok: flow
    sink(l[0]);
  }
  void ListRemoveAtTaken() {
    var l = new List<string>();
    l.Add("b");
    l.Add(source());
    l.RemoveAt(0);
    // ruleid: flow
    sink(l[0]);
  }
  void ListInsertTaken() {
    var l = new List<string>();
    l.Insert(0, source());
    // ruleid: flow
    sink(l[0]);
  }
  void ListClear() {
    var l = new List<string>();
    l.Add(source());
    l.Clear();
    // ok: flow
    sink(l[0]);
  }
  void ListAddRange() {
    var l = new List<string>();
    l.AddRange(new[] { source() });
    // ruleid: flow
    sink(l[0]);
  }
  void ListCount() {
    var l = new List<string>();
    l.Add(source());
    // ok: flow
    sink(l.Count);
  }
  void ListFromEnd() {
    var l = new[] { "a", source() };
    // ruleid: flow
    sink(l[^1]);
  }
  void CollectionExpression() {
    string[] l = ["a", source()];
    // ok: flow
    sink(l[0]);
  }
  void CollectionExpressionTaken() {
    string[] l = ["a", source()];
    // ruleid: flow
    sink(l[1]);
  }
  void QueueTaken() {
    var q = new Queue<string>();
    q.Enqueue(source());
    // ruleid: flow
    sink(q.Dequeue());
  }
  void QueueOther() {
    var q = new Queue<string>();
    q.Enqueue("a");
    q.Enqueue(source());
    // ok: flow
    sink(q.Dequeue());
  }
  void StackOther() {
    var q = new Stack<string>();
    q.Push(source());
    q.Push("a");
    // ok: flow
    sink(q.Pop());
  }
  void StackPeekTaken() {
    var q = new Stack<string>();
    q.Push("a");
    q.Push(source());
    // ruleid: flow
    sink(q.Peek());
  }
  void TupleTaken() {
    var t = (source(), "x");
    // ruleid: flow
    sink(t.Item1);
  }
  void TupleOther() {
    var t = (source(), "x");
    // ok: flow
    sink(t.Item2);
  }
  void NamedTupleTaken() {
    var t = (a: source(), b: "x");
    // ruleid: flow
    sink(t.a);
  }
  void NamedTupleOther() {
    var t = (a: source(), b: "x");
    // ok: flow
    sink(t.b);
  }
  void DeconstructTaken() {
    var (a, b) = (source(), "x");
    // ruleid: flow
    sink(a);
  }
  void DeconstructOther() {
    var (a, b) = (source(), "x");
    // ok: flow
    sink(b);
  }
  void DeconstructTypedOther() {
    (string a, string b) = (source(), "x");
    // ok: flow
    sink(b);
  }
  (string, string) Two(string x) { return ("c", x); }
  void TupleResultTaken() {
    var (a, b) = Two(source());
    // ruleid: flow
    sink(b);
  }
  void TupleResultOther() {
    var (a, b) = Two(source());
    // ok: flow
    sink(a);
  }
  void Swapped() {
    var a = source();
    var b = "c";
    (a, b) = (b, a);
    // ok: flow
    sink(a);
  }
  void Overwritten() {
    var x = source();
    x = "c";
    // ok: flow
    sink(x);
  }
  void DeadBranch() {
    var x = source();
    // ok: flow
    if (1 > 2) { sink(x); }
  }
  void ConstantBranch() {
    var x = source();
    int n = 3;
    if (n * 7 > 20) { x = "c"; }
    // ok: flow
    sink(x);
  }
  void ConstantTernary() {
    int n = 3;
    var x = n * 7 > 20 ? "c" : source();
    // ok: flow
    sink(x);
  }
  void SwitchOther() {
    string x;
    switch (2) { case 1: x = source(); break; case 2: x = "c"; break; default: x = source(); break; }
    // ok: flow
    sink(x);
  }
  void SwitchExpressionTaken() {
    var x = 1 switch { 1 => source(), _ => "c" };
    // ruleid: flow
    sink(x);
  }
  void SwitchExpressionOther() {
    var x = 2 switch { 1 => source(), 2 => "c", _ => source() };
    // ok: flow
    sink(x);
  }
  void SwitchExpressionUnknown(int n) {
    var x = n switch { 1 => source(), _ => "c" };
    // ruleid: flow
    sink(x);
  }
  void IsPatternTaken() {
    object o = source();
    // ruleid: flow
    if (o is string s) { sink(s); }
  }
  void IsPropertyPattern() {
    var o = new Auto { V = source() };
    // ruleid: flow
    if (o is { V: var v }) { sink(v); }
  }
  void SwitchPattern() {
    object o = source();
    // ruleid: flow
    switch (o) { case string s: sink(s); break; }
  }
  void AsCast() {
    object o = source();
    var s = o as string;
    // ruleid: flow
    sink(s);
  }
  void GuardContains() {
    var x = source();
    if (!new[] { "a", "b" }.Contains(x)) { return; }
    // ok: flow
    sink(x);
  }
  void GuardRegex() {
    var x = source();
    if (!Regex.IsMatch(x, "^[a-z]+$")) { throw new Exception("no"); }
    // ok: flow
    sink(x);
  }
  void GuardSet() {
    var ok = new HashSet<string> { "a", "b" };
    var x = source();
    if (!ok.Contains(x)) throw new Exception("no");
    // ok: flow
    sink(x);
  }
  void GuardEqual() {
    var x = source();
    // ok: flow
    if (x == "a") { sink(x); }
  }
  void GuardTryParse() {
    // ok: flow
    if (int.TryParse(source(), out int n)) { sink(n); }
  }
  void ParsedInt() {
    // ok: flow
    sink(int.Parse(source()));
  }
  void ConvertedInt() {
    // ok: flow
    sink(Convert.ToInt32(source()));
  }
  void ParsedGuid() {
    // ok: flow
    sink(Guid.Parse(source()));
  }
  void ExceptionCarries() {
    // ruleid: flow
    try { throw new Exception(source()); } catch (Exception e) { sink(e.Message); }
  }
  void FinallyOverwrites() {
    var x = source();
    // ok: flow
    try { x = "a"; } finally { x = "b"; } sink(x);
  }
  void UsingDeclared() {
    using var r = Open(source());
    // ruleid: flow
    sink(r);
  }
  void UsingBlock() {
    // ruleid: flow
    using (var r = new Box(source())) { sink(r.Get()); }
  }
  void ForEach() {
    // ruleid: flow
    foreach (var v in new[] { source() }) { sink(v); }
  }
  void ForIndexed() {
    var l = new[] { source() };
    for (int i = 0; i < l.Length; i++) {
    // ruleid: flow
      sink(l[i]);
    }
  }
  void ForIndexItself() {
    var l = new[] { source() };
    for (int i = 0; i < l.Length; i++) {
    // ok: flow
      sink(i);
    }
  }
  void LoopAppends() {
    var x = "";
    int i = 0;
    while (i < 3) {
      x += source(); i++;
    }
    // ruleid: flow
    sink(x);
  }
  void LambdaCalled() {
    Func<string, string> f = x => x;
    // ruleid: flow
    sink(f(source()));
  }
  void LambdaConstant() {
    Func<string, string> f = x => "c";
    // ok: flow
    sink(f(source()));
  }
  void LambdaInvoke() {
    Func<string, string> f = x => x;
    // ruleid: flow
    sink(f.Invoke(source()));
  }
  void LambdaBlock() {
    Func<string, string> f = (x) => { return x; };
    // ruleid: flow
    sink(f(source()));
  }
  void ClosureReads() {
    var x = source();
    Func<string> f = () => x;
    // ruleid: flow
    sink(f());
  }
  void ClosureWrites() {
    var x = "c";
    Action f = () => { x = source(); };
    f();
    // ruleid: flow
    sink(x);
  }
  void LocalFunction() {
    string F(string y) { return y; }
    // ruleid: flow
    sink(F(source()));
  }
  void MethodGroup() {
    Func<string, string> f = Ident;
    // ruleid: flow
    sink(f(source()));
  }
  string Ident(string x) { return x; }
  string None(string x) { return "c"; }
  string Apply(Func<string, string> f, string x) { return f(x); }
  void CallIdent() {
    // ruleid: flow
    sink(Ident(source()));
  }
  void CallNone() {
    // ok: flow
    sink(None(source()));
  }
  void HigherOrder() {
    // ruleid: flow
    sink(Apply(y => y, source()));
  }
  string Arrowed(string x) => x;
  void ExpressionBodied() {
    // ruleid: flow
    sink(Arrowed(source()));
  }
  string Dflt(string a, string b = "c") { return b; }
  void DefaultKept() {
    // ok: flow
    sink(Dflt(source()));
  }
  void NamedArgumentTaken() {
    // ruleid: flow
    sink(Dflt(b: source(), a: "x"));
  }
  void NamedArgumentOther() {
    // ok: flow
    sink(Dflt(b: "x", a: source()));
  }
  string Rest(string a, params string[] r) { return r[0]; }
  void ParamsTaken() {
    // ruleid: flow
    sink(Rest("a", source()));
  }
  void ParamsOther() {
    // ok: flow
    sink(Rest(source(), "a"));
  }
  void Fill(out string x) { x = source(); }
  void OutParameter() {
    Fill(out var y);
    // ruleid: flow
    sink(y);
  }
  void OutParameterDeclared() {
    string y;
    Fill(out y);
    // ruleid: flow
    sink(y);
  }
  void Change(ref string x) { x = source(); }
  void RefParameter() {
    var y = "c";
    Change(ref y);
    // ruleid: flow
    sink(y);
  }
  void Cleaned(ref string x) { x = "c"; }
  void NotRef(string x) { x = source(); }
  void ValueParameter() {
    var y = "c";
    NotRef(y);
    // ok: flow
    sink(y);
  }
  void FieldGot() {
    var a = new Box(source());
    // ruleid: flow
    sink(a.Get());
  }
  void FieldOther() {
    var a = new Box(source());
    // ok: flow
    sink(a.GetW());
  }
  void SetterTaken() {
    var a = new Box("x");
    a.Set(source());
    // ruleid: flow
    sink(a.Get());
  }
  void Overridden() {
    // ok: flow
    sink(new Sub(source()).Get());
  }
  void Inherited() {
    // ruleid: flow
    sink(new Plain(source()).Get());
  }
  void AbstractTaken() {
    var w = new Con();
    // ruleid: flow
    sink(w.Run(source()));
  }
  void InterfaceTaken() {
    IGo g = new Goer();
    // ruleid: flow
    sink(g.Do(source()));
  }
  void ExtensionTaken() {
    // ruleid: flow
    sink(source().Same());
  }
  void ExtensionArgument() {
    // ruleid: flow
    sink("x".Other(source()));
  }
  void IndexerTaken() {
    var o = new Idx();
    o[0] = source();
    // ruleid: flow
    sink(o[0]);
  }
  void OperatorTaken() {
    var o = new Op("x") + new Op(source());
    // ruleid: flow
    sink(o.V);
  }
  void ToStringInterpolated() {
    var o = new Op(source());
    // ruleid: flow
    sink($"{o}");
  }
  void GenericTaken() {
    var g = new Gen<string>(source());
    // ruleid: flow
    sink(g.Get());
  }
  void ClassAlias() {
    var a = new PtClass();
    a.X = "c";
    var b = a;
    a.X = source();
    // ruleid: flow
    sink(b.X);
  }
  void StaticField() {
    // ruleid: flow
    sink(Consts.S);
  }
  void StaticFieldFilled() {
    Consts.Fill();
    // ruleid: flow
    sink(Consts.T);
  }
  void ConstRead() {
    // ok: flow
    sink(Consts.K);
  }
  void SetFld() { fld = source(); }
  void FieldAcrossMethods() {
    // ruleid: flow
    sink(fld);
  }
  void Interpolated() {
    var x = source();
    // ruleid: flow
    sink($"a {x} b");
  }
  void InterpolatedVerbatim() {
    var x = source();
    // ruleid: flow
    sink($@"a {x} b");
  }
  void RawText() {
    var x = source();
    // ruleid: flow
    sink($"""a {x} b""");
  }
  void Formatted() {
    // ruleid: flow
    sink(string.Format("{0}", source()));
  }
  void Concatenated() {
    // ruleid: flow
    sink(string.Concat("a", source()));
  }
  void JoinedText() {
    // ruleid: flow
    sink(string.Join(",", new[] { "a", source() }));
  }
  void Builder() {
    var sb = new StringBuilder();
    sb.Append("a");
    sb.Append(source());
    // ruleid: flow
    sink(sb.ToString());
  }
  void BuilderFormat() {
    var sb = new StringBuilder();
    sb.AppendFormat("{0}", source());
    // ruleid: flow
    sink(sb.ToString());
  }
  void NullConditional() {
    var a = new Box(source());
    // ruleid: flow
    sink(a?.Get());
  }
  void NullCoalesced() {
    var x = source() ?? "c";
    // ruleid: flow
    sink(x);
  }
  void NullCoalescedAssign() {
    string x = null;
    x ??= source();
    // ruleid: flow
    sink(x);
  }
  void NullForgiving() {
    // ruleid: flow
    sink(source()!);
  }
  void CastText() {
    var x = (string) source();
    // ruleid: flow
    sink(x);
  }
  void CastNumber() {
    var x = (int) source();
    // ok: flow
    sink(x);
  }
  void LengthOf() {
    // ok: flow
    sink(source().Length);
  }
  void Compared() {
    // ok: flow
    sink(source() == "a");
  }
  void TextMethods() {
    // ruleid: flow
    sink(source().Trim().ToLower().Replace("a", "b").Substring(1));
  }
  void SplitTaken() {
    var p = source().Split(',');
    // ruleid: flow
    sink(p[1]);
  }
  void LinqSelect() {
    var r = new[] { source() }.Select(v => v + "!").ToList();
    // ruleid: flow
    sink(r[0]);
  }
  void LinqSelectConstant() {
    var r = new[] { source() }.Select(v => "c").ToList();
    // ok: flow
    sink(r[0]);
  }
  void LinqWhere() {
    var r = new[] { source() }.Where(v => v.Length > 1).ToArray();
    // ruleid: flow
    sink(r[0]);
  }
  void LinqFirst() {
    var r = new[] { source() }.First();
    // ruleid: flow
    sink(r);
  }
  void LinqFirstOrDefault() {
    var r = new[] { source() }.FirstOrDefault(v => v != null);
    // ruleid: flow
    sink(r);
  }
  void LinqAggregate() {
    var r = new[] { source(), "b" }.Aggregate((a, b) => a + b);
    // ruleid: flow
    sink(r);
  }
  void LinqToDictionary() {
    var r = new[] { source() }.ToDictionary(v => "k", v => v);
    // ruleid: flow
    sink(r["k"]);
  }
  void LinqCount() {
    // ok: flow
    sink(new[] { source() }.Count());
  }
  void LinqAny() {
    // ok: flow
    sink(new[] { source() }.Any(v => v == "a"));
  }
  void LinqOrderBy() {
    // ruleid: flow
    sink(new[] { source() }.OrderBy(v => v).First());
  }
  void LinqSelectMany() {
    // ruleid: flow
    sink(new[] { new[] { source() } }.SelectMany(v => v).First());
  }
  void LinqQuery() {
    var r = from v in new[] { source() } where v != null select v + "x";
    // ruleid: flow
    foreach (var y in r) { sink(y); }
  }
  void LinqQueryConstant() {
    var r = from v in new[] { source() } select "c";
    // ok: flow
    foreach (var y in r) { sink(y); }
  }
  void LinqForEach() {
    // ruleid: flow
    new List<string> { source() }.ForEach(v => sink(v));
  }
  void LinqGroupBy() {
    // ruleid: flow
    foreach (var g in new[] { source() }.GroupBy(v => v)) { sink(g.Key); }
  }
  void LinqZip() {
    // ruleid: flow
    foreach (var y in new[] { "a" }.Zip(new[] { source() }, (a, b) => a + b)) { sink(y); }
  }
  IEnumerable<string> Yields() { yield return source(); }
  void IteratorTaken() {
    // ruleid: flow
    foreach (var v in Yields()) { sink(v); }
  }
  IEnumerable<string> YieldsOther() { yield return "c"; }
  void IteratorOther() {
    // ok: flow
    foreach (var v in YieldsOther()) { sink(v); }
  }
  async Task<string> Later() { return source(); }
  async Task Awaited() {
    // ruleid: flow
    sink(await Later());
  }
  void TaskResult() {
    // ruleid: flow
    sink(Later().Result);
  }
  async Task TaskRun() {
    var x = await Task.Run(() => source());
    // ruleid: flow
    sink(x);
  }
  async Task TaskFromResult() {
    var x = await Task.FromResult(source());
    // ruleid: flow
    sink(x);
  }
  async Task TaskWhenAll() {
    var r = await Task.WhenAll(Later());
    // ruleid: flow
    sink(r[0]);
  }
  async Task TaskContinue() {
    var r = await Later().ContinueWith(t => t.Result);
    // ruleid: flow
    sink(r);
  }
  event Action<string> Ev;
  void LockBlock() {
    var x = "c";
    lock (this) { x = source(); }
    // ruleid: flow
    sink(x);
  }
  void LazyValue() {
    var l = new Lazy<string>(() => source());
    // ruleid: flow
    sink(l.Value);
  }
  void NullableValue() {
    string? n = source();
    // ruleid: flow
    sink(n!);
  }
  string Fact(int n, string v) { if (n <= 1) return v; return Fact(n - 1, v); }
  void Recursion() {
    // ruleid: flow
    sink(Fact(5, source()));
  }
  void Goto() {
    var x = source();
    goto end;
    // ruleid: flow
    end: sink(x);
  }
  void ArraySpread() {
    string[] a = [source()];
    string[] b = ["x", .. a];
    // ruleid: flow
    sink(b[1]);
  }
  void RangeSlice() {
    var l = new[] { "a", source() };
    // ruleid: flow
    sink(l[1..][0]);
  }
  void ListPattern() {
    var l = new[] { source(), "b" };
    // ok: flow
    if (l is [var a, var b]) { sink(b); }
  }
  void ListPatternTaken() {
    var l = new[] { source(), "b" };
    // ruleid: flow
    if (l is [var a, var b]) { sink(a); }
  }
  void NameOf() {
    var x = source();
    // ok: flow
    sink(nameof(x));
  }
}
