class A {
  static String s; String t; private static final java.util.Map<String,String> m = new java.util.HashMap<>();
  static void set() { s = source(); }
  // ruleid: flow
  static void staticField() { sink(s); }
  void setT() { t = source(); }
  // ruleid: flow
  void fieldByName() { sink(t); }
  // ruleid: flow
  void fieldOfThis() { sink(this.t); }
  // ruleid: flow
  static void staticFieldOfClass() { sink(A.s); }
  static void put() { m.put("k", source()); }
  // ruleid: flow
  static void mapInStaticField() { sink(m.get("k")); }
  // ruleid: flow
  void switchArrow() { String x = switch (k) { case 1 -> source(); default -> "c"; }; sink(x); }
  // ruleid: flow
  void switchYield() { String x = switch (k) { case 1: yield source(); default: yield "c"; }; sink(x); }
  void thrower(String v) throws Exception { throw new Exception(v); }
  // ruleid: flow
  void thrownByCallee() { try { thrower(source()); } catch (Exception e) { sink(e.getMessage()); } }
  // ok: flow
  void mappedToConstant() { String r = Stream.of(source()).map(v -> "c").collect(Collectors.joining()); sink(r); }
  // ok: flow
  void functionIgnores() { Function<String,String> f = v -> "c"; sink(f.apply(source())); }
  // ruleid: flow
  void functionGives() { Function<String,String> f = v -> v; sink(f.apply(source())); }
  // ruleid: flow
  void supplied() { Supplier<String> f = () -> source(); sink(f.get()); }
  // ruleid: flow
  void optional() { Optional<String> o = Optional.of(source()); o.ifPresent(v -> sink(v)); }
  // ruleid: flow
  void anonymousClass() { Runnable r = new Runnable() { public void run() { sink(source()); } }; r.run(); }
  // ok: flow
  void fieldAssignedAgain() { B b = new B(); b.v = source(); b.v = "c"; sink(b.v); }
  // ruleid: flow
  void sameObject() { B b = new B(); b.setV(source()); B c = b; sink(c.getV()); }
  // ok: flow
  void listOfOther() { List<String> l = List.of("a", source()); sink(l.get(0)); }
  // ruleid: flow
  void listOfTaken() { List<String> l = Arrays.asList("a", source()); sink(l.get(1)); }
  // ok: flow
  void arrayOther() { String[] a = {"x", source()}; sink(a[0]); }
  // ok: flow
  void arrayElementOther() { String[] a = new String[2]; a[0] = source(); a[1] = "c"; sink(a[1]); }
  record R(String a, String b) {}
  // ruleid: flow
  void recordTaken() { R r = new R(source(), "c"); sink(r.a()); }
  // ruleid: flow
  void chainedBuilder() { var sb = new StringBuilder(); sb.append("a").append(source()); sink(sb.toString()); }
  // ruleid: flow
  void entriesOfMap() { for (Map.Entry<String,String> e : Map.of("k", source()).entrySet()) { sink(e.getValue()); } }
  static String mk(Object o) { return source(); }
  enum E { X(source()); final String v; E(String v) { this.v = v; } }
}
class B { String v; void setV(String v) { this.v = v; } String getV() { return v; } }
