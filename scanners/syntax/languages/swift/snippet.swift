import Foundation
import struct a.b.C
@available(iOS 13, *) public final class A<T: H>: B, C where T: D {
  private let x: Int = 1
  var y = "a \(x) b \(f(1))", z: String? = nil
  var c: Int { return x }
  var g: Int { get { x } set(v) { y = v } }
  var p = 1 { didSet { f() } }
  static func f<U>(_ a: Int, by b: String = "k", rest: Any...) async throws -> [U] {
    guard let q = a as? Int, a > 1, b else { return }
    if let r = opt, let s { g() } else if a == 1 { } else { i() }
    if case .some(let v) = q { }
    for i in 0..<10 where i > 2 { print(i) }
    while a { }; repeat { f() } while b
    switch x { case 1, 2: f(); case .some(let v) where v > 1: g(); default: break }
    do { try foo() } catch let e as E { throw e } catch { print(error) }
    do { f() }
    x += 1; a.b?.c!.d[0] = 5
    list.map { $0 + 1 }.filter { (x: Int) -> Bool in return x > 1 }
    foo(1, name: 2) { x in y }
    let (m, n) = (1, two: 2), l = [1, 2], d = ["a": 1], e: [String: Any] = [:]
    a ? b : c; a ?? b; !a; -1; x is Y; x as! Z; try? f(); await g(); .bar(&x); (a)
    defer { close() }
    nil; true; 1.5; 0xff; #"raw \#(x)"#; self.x = 1; super.f(); a...b
    return a
  }
  init?(a: Int) { self.a = a }
  deinit { }
  subscript(i: Int) -> Int { get { 1 } }
}
protocol P: Q { func f(a: Int) -> Int; var v: Int { get } }
enum E: String { case a = "x", b; case c(Int) }
struct S { @State var k = 1 }
extension S: P { }
typealias X = Y<Z>
#if DEBUG
f()
#endif
