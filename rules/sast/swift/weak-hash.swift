import CommonCrypto
import CryptoKit
import Foundation

func signature(of message: Data) -> String {
  // ruleid: swift.crypto.weak-hash
  let digest = Insecure.MD5.hash(data: message)
  return digest.map { String(format: "%02x", $0) }.joined()
}

func running(parts: [Data]) -> Data {
  // ruleid: swift.crypto.weak-hash
  var hasher = Insecure.SHA1()
  for part in parts { hasher.update(data: part) }
  return Data(hasher.finalize())
}

func old(bytes: [UInt8]) -> [UInt8] {
  var digest = [UInt8](repeating: 0, count: 20)
  // ruleid: swift.crypto.weak-hash
  CC_SHA1(bytes, CC_LONG(bytes.count), &digest)
  return digest
}

func strong(message: Data) -> Data {
  // ok: swift.crypto.weak-hash
  return Data(SHA256.hash(data: message))
}

func strongOld(bytes: [UInt8]) -> [UInt8] {
  var digest = [UInt8](repeating: 0, count: 32)
  // ok: swift.crypto.weak-hash
  CC_SHA256(bytes, CC_LONG(bytes.count), &digest)
  return digest
}

func own(store: Store) -> Int {
  // ok: swift.crypto.weak-hash
  return store.MD5.hash(data: 1)
}
