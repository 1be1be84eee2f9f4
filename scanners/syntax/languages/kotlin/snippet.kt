package a.b
import c.D as E
import f.*
@Ann(1, name = "x") class A<T>(private val x: Int = 1, y: String) : B(x), C {
  val z: Int = 1
  var w by lazy { 1 }
  companion object {
    const val K = "k"
  }
  @Get("a") override suspend fun <T> f(a: Int, vararg b: List<String>?): String? {
    val (p, q) = g(); var s = "x $a ${b.c()}" + """raw"""
    foo.bar(1, name = 2) { it -> it + 1 }?.baz!!.x[0] = 1
    if (a == 1) return 1 else throw E("x")
    when (x) { 1, 2 -> f(); is String -> g() else -> { h() } }
    for (i in 1..2) { }
    while (a) { }; do { } while (b)
    try { a() } catch (e: E) { } finally { }
    val l = { x: Int, y -> x }
    val o = object : X() { }; val c = x as Y; x is Z; a ?: b; !a; i++; -1; list.map(::f)
    s += 1; listOf(1) + 2; 'c'; null; true; this.x = 1; super.f(); return@f 2; A::class.java; fun local() = 1; (a)
  }
}
interface I; object O { }; enum class En(val a: Int) { P(1), Q(2) }; data class D(val a: Int); typealias X = Y
fun String.ext() = this.length
