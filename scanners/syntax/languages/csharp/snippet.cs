using System; using static A.B; using X = C.D<int>; 
namespace N.M {
  [Attr(1, Name = "x"), B]
  public class F<T> : G, IH<T> where T : class {
    private readonly int a = 1, b;
    public string P { get; set; } = "x"; public int Q => 1;
    public F(int a) : base(a) { this.x = a; }
    [HttpGet("y")] public async Task<int> M([FromBody] ref string s, params int[] r) {
      var x = new Foo(1) { A = 1, B = "x" }; int[] y = new int[] {1,2}; Foo z = new();
      var h = await f.g(a: 1, out var q)?.h; y[0]++; s += $"a {x:N} {y[0]}" + @"c\" + """raw""";
      foreach (var i in y) { } for (int i = 0; i < 1; i++) { } if (x is Foo t) return; else throw new E();
      using (var u = f()) { } using var w = g(); lock (x) { } try { } catch (E e) when (x) { } finally { }
      switch (x) { case 1: f(); break; default: g(); break; }
      var l = x switch { 1 => 2, _ => 3 }; Func<int,int> k = (a) => a + 1; k = delegate (int a) { return a; };
      var n = (string)x ?? default; nameof(x); var ty = typeof(F); var d = from a in b where a > 1 select a; var fo = x as Foo; int Local() => 1; (a, b) = (1, 2); var an = new { A = 1 };
      unsafe { } fixed (int* p = x) { } yield return 1; q = x!.y;  do { } while (a);  f<int>(1); A.B<C>.D(2);
    }
    event EventHandler H; delegate int D(int x); enum En { A, B = 2 } public static implicit operator int(F f) => 1; ~F() {} public int this[int i] { get { return 1; } }
  }
  record R(int A); struct S {} interface I { void m(); }
}
