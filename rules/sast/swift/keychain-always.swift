import Security

func save(token: Data) {
  let item: [CFString: Any] = [
    kSecClass: kSecClassGenericPassword,
    kSecValueData: token,
    // ruleid: swift.storage.keychain-always
    kSecAttrAccessible: kSecAttrAccessibleAlways,
  ]
  SecItemAdd(item as CFDictionary, nil)
}

func control() -> SecAccessControl? {
  // ruleid: swift.storage.keychain-always
  return SecAccessControlCreateWithFlags(nil, kSecAttrAccessibleAlwaysThisDeviceOnly, [], nil)
}

func change(item: inout [String: Any]) {
  // ruleid: swift.storage.keychain-always
  item[kSecAttrAccessible as String] = kSecAttrAccessibleAlways
}

func saveLocked(token: Data) {
  let item: [CFString: Any] = [
    kSecClass: kSecClassGenericPassword,
    kSecValueData: token,
    // ok: swift.storage.keychain-always
    kSecAttrAccessible: kSecAttrAccessibleWhenUnlocked,
  ]
  SecItemAdd(item as CFDictionary, nil)
}

func controlLocked() -> SecAccessControl? {
  // ok: swift.storage.keychain-always
  return SecAccessControlCreateWithFlags(nil, kSecAttrAccessibleAfterFirstUnlock, [], nil)
}

func name() -> String {
  // ok: swift.storage.keychain-always
  return "kSecAttrAccessibleAlways"
}
