package a.b
import c.D
import e.{F, G => H, _}
@Ann("x") class A[T](val x: Int, y: String = "s") extends B(x) with C {
  private val z: Int = 1
  lazy val (p, q) = f(1)
  var w = "a" + s"x $y ${z + 1}" + """raw"""
  override def f[U](a: Int, b: String*)(implicit c: C): Option[String] = {
    if (a == 1) return None else throw new E("x")
    x match { case 1 | 2 => f(); case s: String if s.size > 0 => g(); case D(a, _) => h() }
    for (i <- 1 to 2; j = i) { println(i) }
    val r = for (i <- xs) yield i + 1
    while (a < 1) { a += 1 }
    try { f() } catch { case e: Exception => g(e) } finally { h() }
    xs.map(_ + 1).filter { x => x > 1 }.foreach(println)
    val l = (x: Int, y: Int) => x + y
    foo(a = 1, b)
    new X { def y = 1 }
    new Y[Int](1)
    xs map f
    !a
    -1
    this.x = 1
    x.asInstanceOf[Int]
    (1, 2)
    'c'
    null
  }
  def g = 1
}
trait I
case object O extends I
object M { def main(args: Array[String]): Unit = () }
