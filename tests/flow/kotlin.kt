class Box(v: String) {
  private var f = v
  val w = "c"
  fun get() = f
  fun set(x: String) {
    f = x
  }
}
class Prim(var v: String, val w: String)
data class Data(val a: String, val b: String)
class WithInit(x: String) {
  val a: String
  init {
    a = x
  }
}
class Prop {
  var v: String = ""
  val up: String get() = v.uppercase()
  var w: String = ""
    set(value) {
      field = value
    }
}
open class Base(val v: String) {
  open fun get() = v
  open fun go(x: String) = x
  fun run(x: String) = go(x)
}
class Sub(v: String) : Base(v) {
  override fun get() = "c"
  override fun go(x: String) = "c"
}
class Plain(v: String) : Base(v)
interface Goer {
  fun doIt(x: String): String
  fun dflt(x: String) = x
}
class GoerImpl : Goer {
  override fun doIt(x: String): String {
    return x
  }
}
class Op(val v: String) {
  operator fun plus(o: Op) = Op(v + o.v)
  operator fun get(i: Int) = v
  operator fun invoke(x: String) = x
  override fun toString() = v
  operator fun component1() = v
}
class Comp {
  companion object {
    fun make(x: String) = x
    fun none(x: String) = "c"
    var st = ""
    fun fill() {
      st = source()
    }
    const val K = "c"
  }
}
object Single {
  var v = ""
  fun same(x: String) = x
}
sealed class Res {
  data class Ok(val v: String) : Res()
  data class Err(val e: String) : Res()
}
class Secondary {
  val a: String
  constructor(x: String) {
    a = x
  }
}
class ByDelegate(g: Goer) : Goer by g
fun String.same() = this
fun String.fixed() = "c"
fun String.other(x: String) = x
fun ident(x: String): String {
  return x
}
fun none(x: String): String {
  return "c"
}
fun arrow(x: String) = x
fun hof(f: (String) -> String, x: String) = f(x)
fun dflt(a: String, b: String = "c") = b
fun rest(a: String, vararg r: String) = r[0]
fun two(x: String) = Pair("c", x)
fun fill(l: MutableList<String>) {
  l.add(source())
}
val top = source()
var glob = "c"
fun setGlob() {
  glob = source()
}
suspend fun later() = source()
fun mapTaken() {
  val m = mapOf("a" to source(), "b" to "x")
  // ruleid: flow
  sink(m["a"])
}
fun mapOther() {
  val m = mapOf("a" to source(), "b" to "x")
  // ok: flow
  sink(m["b"])
}
fun mapGetOther() {
  val m = mapOf("a" to source(), "b" to "x")
  // ok: flow
  sink(m.get("b"))
}
fun mutableMapTaken() {
  val m = mutableMapOf<String, String>()
  m["a"] = source()
  m["b"] = "c"
  // ruleid: flow
  sink(m["a"])
}
fun mutableMapOther() {
  val m = mutableMapOf<String, String>()
  m["a"] = source()
  m["b"] = "c"
  // ok: flow
  sink(m["b"])
}
fun mapPutOther() {
  val m = HashMap<String, String>()
  m.put("a", source())
  m.put("b", "c")
  // ok: flow
  sink(m["b"])
}
fun mapGetValue() {
  val m = mapOf("a" to source())
  // ruleid: flow
  sink(m.getValue("a"))
}
fun mapGetOrElse() {
  val m = mapOf<String, String>()
  // ruleid: flow
  sink(m.getOrElse("a") { source() })
}
fun mapGetOrPut() {
  val m = mutableMapOf<String, String>()
  // ruleid: flow
  sink(m.getOrPut("a") { source() })
}
fun mapEachValue() {
  for ((k, v) in mapOf("a" to source())) {
  // ruleid: flow
    sink(v)
  }
}
fun mapEachKey() {
  for ((k, v) in mapOf("a" to source())) {
  // ok: flow
    sink(k)
  }
}
fun mapForEachValue() {
  // ruleid: flow
  mapOf("a" to source()).forEach { (k, v) -> sink(v) }
}
fun mapEntries() {
  for (e in mapOf("a" to source()).entries) {
  // ruleid: flow
    sink(e.value)
  }
}
fun listTaken() {
  val l = listOf(source(), "b")
  // ruleid: flow
  sink(l[0])
}
fun listOther() {
  val l = listOf(source(), "b")
  // ok: flow
  sink(l[1])
}
fun listFirst() {
  val l = listOf(source(), "b")
  // ruleid: flow
  sink(l.first())
}
fun listLast() {
  val l = listOf(source(), "b")
  // ok: flow
  sink(l.last())
}
fun arrayOther() {
  val l = arrayOf(source(), "b")
  // ok: flow
  sink(l[1])
}
fun mutableListTaken() {
  val l = mutableListOf<String>()
  l.add("a")
  l.add(source())
  // ruleid: flow
  sink(l[1])
}
fun mutableListOther() {
  val l = mutableListOf<String>()
  l.add("a")
  l.add(source())
  // ok: flow
  sink(l[0])
}
fun listPlusAssign() {
  val l = mutableListOf("a")
  l += source()
  // ruleid: flow
  sink(l[1])
}
fun listRemoveAt() {
  val l = mutableListOf(source(), "b")
  l.removeAt(0)
  // ok: flow
  sink(l[0])
}
fun listSize() {
  // ok: flow
  sink(listOf(source()).size)
}
fun listClear() {
  val l = mutableListOf(source())
  l.clear()
  // ok: flow
  sink(l[0])
}
fun listGetOrNull() {
  // ruleid: flow
  sink(listOf(source()).getOrNull(0))
}
fun listDestructured() {
  val (a, b) = listOf(source(), "x")
  // ruleid: flow
  sink(a)
}
fun listDestructuredOther() {
  val (a, b) = listOf(source(), "x")
  // ok: flow
  sink(b)
}
fun spread() {
  // ruleid: flow
  sink(rest("a", *arrayOf(source())))
}
fun pairFirst() {
  val p = Pair(source(), "x")
  // ruleid: flow
  sink(p.first)
}
fun pairSecond() {
  val p = Pair(source(), "x")
  // ok: flow
  sink(p.second)
}
fun pairTo() {
  val p = source() to "x"
  // ok: flow
  sink(p.second)
}
fun pairToTaken() {
  val p = source() to "x"
  // ruleid: flow
  sink(p.first)
}
fun pairDestructured() {
  val (a, b) = Pair(source(), "x")
  // ok: flow
  sink(b)
}
fun pairDestructuredTaken() {
  val (a, b) = Pair(source(), "x")
  // ruleid: flow
  sink(a)
}
fun pairResultTaken() {
  val (a, b) = two(source())
  // ruleid: flow
  sink(b)
}
fun pairResultOther() {
  val (a, b) = two(source())
  // ok: flow
  sink(a)
}
fun tripleThird() {
  val t = Triple("a", "b", source())
  // ruleid: flow
  sink(t.third)
}
fun tripleFirst() {
  val t = Triple("a", "b", source())
  // ok: flow
  sink(t.first)
}
fun dataTaken() {
  val d = Data(source(), "x")
  // ruleid: flow
  sink(d.a)
}
fun dataOther() {
  val d = Data(source(), "x")
  // ok: flow
  sink(d.b)
}
fun dataNamedTaken() {
  val d = Data(b = source(), a = "x")
  // ruleid: flow
  sink(d.b)
}
fun dataNamedOther() {
  val d = Data(b = source(), a = "x")
  // ok: flow
  sink(d.a)
}
fun dataDestructured() {
  val (a, b) = Data(source(), "x")
  // ruleid: flow
  sink(a)
}
fun dataDestructuredOther() {
  val (a, b) = Data(source(), "x")
  // ok: flow
  sink(b)
}
fun dataCopyTaken() {
  val d = Data("y", "x").copy(a = source())
  // ruleid: flow
  sink(d.a)
}
fun dataCopyOther() {
  val d = Data("y", "x").copy(a = source())
  // ok: flow
  sink(d.b)
}
fun dataCopyKept() {
  val d = Data(source(), "x").copy(b = "y")
  // ruleid: flow
  sink(d.a)
}
fun fieldGot() {
  val b = Box(source())
  // ruleid: flow
  sink(b.get())
}
fun fieldOther() {
  val b = Box(source())
  // ok: flow
  sink(b.w)
}
fun setterTaken() {
  val b = Box("x")
  b.set(source())
  // ruleid: flow
  sink(b.get())
}
fun primaryTaken() {
  val o = Prim(source(), "x")
  // ruleid: flow
  sink(o.v)
}
fun primaryOther() {
  val o = Prim(source(), "x")
  // ok: flow
  sink(o.w)
}
fun primaryOverwritten() {
  val o = Prim(source(), "x")
  o.v = "c"
  // ok: flow
  sink(o.v)
}
fun initBlock() {
  val o = WithInit(source())
  // ruleid: flow
  sink(o.a)
}
fun secondaryConstructor() {
  val o = Secondary(source())
  // ruleid: flow
  sink(o.a)
}
fun propertyTaken() {
  val o = Prop()
  o.v = source()
  // ruleid: flow
  sink(o.v)
}
fun propertyGetter() {
  val o = Prop()
  o.v = source()
  // ruleid: flow
  sink(o.up)
}
fun propertySetter() {
  val o = Prop()
  o.w = source()
  // ruleid: flow
  sink(o.w)
}
fun propertyOther() {
  val o = Prop()
  o.v = source()
  // ok: flow
  sink(o.w)
}
fun overridden() {
  // ok: flow
  sink(Sub(source()).get())
}
fun inherited() {
  // ruleid: flow
  sink(Plain(source()).get())
}
fun abstractTaken() {
  // ruleid: flow
  sink(Plain("").run(source()))
}
fun interfaceTaken() {
  val g: Goer = GoerImpl()
  // ruleid: flow
  sink(g.doIt(source()))
}
fun interfaceDefault() {
  val g = GoerImpl()
  // ruleid: flow
  sink(g.dflt(source()))
}
fun operatorPlus() {
  val o = Op("x") + Op(source())
  // ruleid: flow
  sink(o.v)
}
fun operatorInvoke() {
  val o = Op("x")
  // ruleid: flow
  sink(o(source()))
}
fun toStringTemplate() {
  val o = Op(source())
  // ruleid: flow
  sink("$o")
}
fun companionTaken() {
  // ruleid: flow
  sink(Comp.make(source()))
}
fun companionNone() {
  // ok: flow
  sink(Comp.none(source()))
}
fun companionConst() {
  // ok: flow
  sink(Comp.K)
}
fun objectMethod() {
  // ruleid: flow
  sink(Single.same(source()))
}
fun objectField() {
  Single.v = source()
  // ruleid: flow
  sink(Single.v)
}
fun sealedWhen() {
  val r: Res = Res.Ok(source())
  // ruleid: flow
  when (r) { is Res.Ok -> sink(r.v); is Res.Err -> {} }
}
fun anonymousObject() {
  val g = object : Goer { override fun doIt(x: String) = x }
  // ruleid: flow
  sink(g.doIt(source()))
}
fun extensionTaken() {
  // ruleid: flow
  sink(source().same())
}
fun extensionArgument() {
  // ruleid: flow
  sink("x".other(source()))
}
fun overwritten() {
  var x = source()
  x = "c"
  // ok: flow
  sink(x)
}
fun deadBranch() {
  val x = source()
  if (1 > 2) {
  // ok: flow
    sink(x)
  }
}
fun constantBranch() {
  var x = source()
  val n = 3
  if (n * 7 > 20) {
    x = "c"
  }
  // ok: flow
  sink(x)
}
fun ifExpression(q: Boolean) {
  val x = if (q) source() else "c"
  // ruleid: flow
  sink(x)
}
fun ifExpressionConstant() {
  val n = 3
  val x = if (n * 7 > 20) "c" else source()
  // ok: flow
  sink(x)
}
fun ifExpressionBlock(q: Boolean) {
  val x = if (q) { println(); source() } else { "c" }
  // ruleid: flow
  sink(x)
}
fun whenExpressionTaken(n: Int) {
  val x = when (n) { 1 -> source(); else -> "c" }
  // ruleid: flow
  sink(x)
}
fun whenExpressionOther() {
  val x = when (2) { 1 -> source(); 2 -> "c"; else -> source() }
  // ok: flow
  sink(x)
}
fun whenStatementOther() {
  var x = "d"
  when (2) { 1 -> x = source(); 2 -> x = "c" }
  // ok: flow
  sink(x)
}
fun whenNoSubject(n: Int) {
  val x = when { n > 1 -> source(); else -> "c" }
  // ruleid: flow
  sink(x)
}
fun whenSubject() {
  // ruleid: flow
  when (val v = source()) { "a" -> {}; else -> sink(v) }
}
fun whenConstantGuard() {
  val x = source()
  // ok: flow
  when (x) { "a", "b" -> sink(x) }
}
fun guardIn() {
  val x = source()
  if (x !in listOf("a", "b")) return
  // ok: flow
  sink(x)
}
fun guardContains() {
  val x = source()
  if (!setOf("a", "b").contains(x)) throw Exception("no")
  // ok: flow
  sink(x)
}
fun guardRegex() {
  val x = source()
  if (!Regex("[a-z]+").matches(x)) return
  // ok: flow
  sink(x)
}
fun guardEqual() {
  val x = source()
  if (x == "a") {
  // ok: flow
    sink(x)
  }
}
fun toNumber() {
  // ok: flow
  sink(source().toInt())
}
fun toNumberOrNull() {
  // ok: flow
  sink(source().toIntOrNull())
}
fun compared() {
  // ok: flow
  sink(source() == "a")
}
fun lengthOf() {
  // ok: flow
  sink(source().length)
}
fun exceptionCarries() {
  // ruleid: flow
  try { throw Exception(source()) } catch (e: Exception) { sink(e.message) }
}
fun tryExpression() {
  val x = try { source() } catch (e: Exception) { "c" }
  // ruleid: flow
  sink(x)
}
fun finallyOverwrites() {
  var x = source()
  try { x = "a" } finally { x = "b" }
  // ok: flow
  sink(x)
}
fun forIn() {
  for (v in listOf(source())) {
  // ruleid: flow
    sink(v)
  }
}
fun forWithIndex() {
  for ((i, v) in listOf(source()).withIndex()) {
  // ruleid: flow
    sink(v)
  }
}
fun forIndices() {
  val l = listOf(source())
  for (i in l.indices) {
  // ruleid: flow
    sink(l[i])
  }
}
fun repeatBlock() {
  var x = ""
  repeat(3) {
    x += source()
  }
  // ruleid: flow
  sink(x)
}
fun lambdaCalled() {
  val f = { x: String -> x }
  // ruleid: flow
  sink(f(source()))
}
fun lambdaConstant() {
  val f = { x: String -> "c" }
  // ok: flow
  sink(f(source()))
}
fun lambdaIt() {
  val f: (String) -> String = { it }
  // ruleid: flow
  sink(f(source()))
}
fun lambdaInvoke() {
  val f = { x: String -> x }
  // ruleid: flow
  sink(f.invoke(source()))
}
fun anonymousFunction() {
  val f = fun(x: String): String { return x }
  // ruleid: flow
  sink(f(source()))
}
fun closureReads() {
  val x = source()
  val f = { x }
  // ruleid: flow
  sink(f())
}
fun closureWrites() {
  var x = "c"
  val f = { x = source() }
  f()
  // ruleid: flow
  sink(x)
}
fun localFunction() {
  fun inner(y: String) = y
  // ruleid: flow
  sink(inner(source()))
}
fun functionReference() {
  val f = ::ident
  // ruleid: flow
  sink(f(source()))
}
fun callIdent() {
  // ruleid: flow
  sink(ident(source()))
}
fun callNone() {
  // ok: flow
  sink(none(source()))
}
fun callArrow() {
  // ruleid: flow
  sink(arrow(source()))
}
fun higherOrder() {
  // ruleid: flow
  sink(hof({ it }, source()))
}
fun higherOrderReference() {
  // ruleid: flow
  sink(hof(::ident, source()))
}
fun defaultKept() {
  // ok: flow
  sink(dflt(source()))
}
fun namedTaken() {
  // ruleid: flow
  sink(dflt(b = source(), a = "x"))
}
fun namedOther() {
  // ok: flow
  sink(dflt(b = "x", a = source()))
}
fun varargTaken() {
  // ruleid: flow
  sink(rest("a", source()))
}
fun varargOther() {
  // ok: flow
  sink(rest(source(), "a"))
}
fun topLevelValue() {
  // ruleid: flow
  sink(top)
}
fun globalElsewhere() {
  setGlob()
  // ruleid: flow
  sink(glob)
}
fun template() {
  val x = source()
  // ruleid: flow
  sink("a $x b")
}
fun templateExpression() {
  val x = source()
  // ruleid: flow
  sink("a ${x.trim()} b")
}
fun rawText() {
  val x = source()
  // ruleid: flow
  sink("""a $x b""")
}
fun formatted() {
  // ruleid: flow
  sink("%s".format(source()))
}
fun stringFormat() {
  // ruleid: flow
  sink(String.format("%s", source()))
}
fun builder() {
  val sb = StringBuilder()
  sb.append("a").append(source())
  // ruleid: flow
  sink(sb.toString())
}
fun buildStringBlock() {
  val x = buildString { append("a"); append(source()) }
  // ruleid: flow
  sink(x)
}
fun joinToString() {
  // ruleid: flow
  sink(listOf("a", source()).joinToString(","))
}
fun safeCall() {
  val b: Box? = Box(source())
  // ruleid: flow
  sink(b?.get())
}
fun elvis() {
  val x = source() ?: "c"
  // ruleid: flow
  sink(x)
}
fun elvisRight(n: String?) {
  val x = n ?: source()
  // ruleid: flow
  sink(x)
}
fun elvisReturn() {
  val x = source() ?: return
  // ruleid: flow
  sink(x)
}
fun notNull() {
  // ruleid: flow
  sink(source()!!)
}
fun castText() {
  val x = source() as String
  // ruleid: flow
  sink(x)
}
fun castSafe() {
  val x = source() as? String
  // ruleid: flow
  sink(x)
}
fun smartCast() {
  val o: Any = source()
  if (o is String) {
  // ruleid: flow
    sink(o)
  }
}
fun textMethods() {
  // ruleid: flow
  sink(source().trim().lowercase().replace("a", "b").substring(1))
}
fun splitTaken() {
  val (a, b) = source().split(",")
  // ruleid: flow
  sink(b)
}
fun mapCall() {
  val r = listOf(source()).map { it + "!" }
  // ruleid: flow
  sink(r[0])
}
fun mapConstant() {
  val r = listOf(source()).map { "c" }
  // ok: flow
  sink(r[0])
}
fun filterCall() {
  val r = listOf(source()).filter { it.length > 1 }
  // ruleid: flow
  sink(r[0])
}
fun forEachCall() {
  // ruleid: flow
  listOf(source()).forEach { sink(it) }
}
fun forEachIndexed() {
  // ruleid: flow
  listOf(source()).forEachIndexed { i, v -> sink(v) }
}
fun forEachIndexedIndex() {
  // ok: flow
  listOf(source()).forEachIndexed { i, v -> sink(i) }
}
fun foldCall() {
  val r = listOf(source()).fold("") { a, v -> a + v }
  // ruleid: flow
  sink(r)
}
fun reduceCall() {
  val r = listOf(source(), "b").reduce { a, v -> a + v }
  // ruleid: flow
  sink(r)
}
fun firstOrNull() {
  // ruleid: flow
  sink(listOf(source()).firstOrNull { it != "" })
}
fun associateBy() {
  val m = listOf(source()).associateBy { "k" }
  // ruleid: flow
  sink(m["k"])
}
fun groupBy() {
  val m = listOf(source()).groupBy { 1 }
  // ruleid: flow
  sink(m[1])
}
fun zipCall() {
  for ((a, b) in listOf("a").zip(listOf(source()))) {
  // ruleid: flow
    sink(b)
  }
}
fun flatMap() {
  // ruleid: flow
  sink(listOf(listOf(source())).flatMap { it }.first())
}
fun anyCall() {
  // ok: flow
  sink(listOf(source()).any { it == "a" })
}
fun countCall() {
  // ok: flow
  sink(listOf(source()).count())
}
fun toListCall() {
  // ruleid: flow
  sink(listOf(source()).toList()[0])
}
fun sequenceCall() {
  val s = sequence { yield(source()) }
  for (v in s) {
  // ruleid: flow
    sink(v)
  }
}
fun letCall() {
  // ruleid: flow
  source().let { sink(it) }
}
fun letResult() {
  val x = source().let { it + "x" }
  // ruleid: flow
  sink(x)
}
fun letNamed() {
  // ruleid: flow
  source()?.let { v -> sink(v) }
}
fun alsoCall() {
  val x = source().also { println(it) }
  // ruleid: flow
  sink(x)
}
fun applyCall() {
  val o = Prop().apply { v = source() }
  // ruleid: flow
  sink(o.v)
}
fun runCall() {
  val x = source().run { this + "x" }
  // ruleid: flow
  sink(x)
}
fun runPlain() {
  val x = run { source() }
  // ruleid: flow
  sink(x)
}
fun withCall() {
  val o = Prim(source(), "x")
  val x = with(o) { v }
  // ruleid: flow
  sink(x)
}
fun takeIf() {
  val x = source().takeIf { it != "" }
  // ruleid: flow
  sink(x)
}
fun useCall() {
  val x = Box(source()).use { it.get() }
  // ruleid: flow
  sink(x)
}
fun lazyDelegate() {
  val x by lazy { source() }
  // ruleid: flow
  sink(x)
}
suspend fun awaited() {
  // ruleid: flow
  sink(later())
}
fun asyncAwait() = runBlocking {
  val d = async { source() }
  // ruleid: flow
  sink(d.await())
}
fun runCatchingCall() {
  val x = runCatching { source() }.getOrNull()
  // ruleid: flow
  sink(x)
}
fun labeledReturn() {
  val r = listOf(source()).map { return@map it }
  // ruleid: flow
  sink(r[0])
}
fun delegatedInterface() {
  // ruleid: flow
  sink(ByDelegate(GoerImpl()).doIt(source()))
}
fun infixTo() {
  val m = hashMapOf("a" to "c")
  m["a"] = source()
  // ruleid: flow
  sink(m["a"])
}
