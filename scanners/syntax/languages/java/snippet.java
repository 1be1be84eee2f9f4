package a.b;
import java.util.*;
import static x.Y.z;
import c.D;
@Service @Foo(a = 1, b = {"x"})
public final class C<T> extends B<T> implements I, n.J {
  private static final String s = "a", t[] = {"b"};
  public C(int a) throws E { super(a); this.x = a; }
  @Override public <U> List<String> f(@P("x") final String a, int... r) throws IOException, E2 {
    for (int i = 0; i < 3; ++i) i++;
    for (final String q : qs) o.m(q).<T>n(this::x);
    try (var r = open(); s) { } catch (final A | n.B e) { throw new n.E(e) { int y; }; } finally { }
    switch (x) { case 1: case 2: f(); break; default: g(); }
    int v = switch (x) { case A, B -> 1; default -> { yield 2; } };
    if (o instanceof String str) return (String) o; else if (b) ; else { x[1] = 'c'; }
    Runnable r = () -> f(); F g = (a, b) -> { return a; }; H h = x -> x;
    synchronized (this) { do { continue l; } while (!a); }
    int[] arr = new int[3]; Object o = new int[]{1};
    return """
      hi"""; 
  }
}
interface K extends L { void m(); default int n() { return 1; } }
enum E { A(1), B { void x() {} }; int y; }
record R(int a) { R { } }
@interface An { int v() default 1; }
