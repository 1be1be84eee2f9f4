import Foundation

class Anyone: NSObject, URLSessionDelegate {
  func urlSession(_ session: URLSession, didReceive challenge: URLAuthenticationChallenge,
                  completionHandler: @escaping (URLSession.AuthChallengeDisposition, URLCredential?) -> Void) {
    let trust = challenge.protectionSpace.serverTrust!
    // ruleid: swift.transport.trust-unchecked
    completionHandler(.useCredential, URLCredential(trust: trust))
  }
}

class Later: NSObject {
  func answer(challenge: URLAuthenticationChallenge) -> URLCredential? {
    guard let trust = challenge.protectionSpace.serverTrust else { return nil }
    // ruleid: swift.transport.trust-unchecked
    return URLCredential(trust: trust)
  }

  func answerAll(challenges: [URLAuthenticationChallenge]) -> [URLCredential] {
    // ruleid: swift.transport.trust-unchecked
    return challenges.map { URLCredential(trust: $0.protectionSpace.serverTrust!) }
  }
}

class Checked: NSObject {
  func answer(challenge: URLAuthenticationChallenge) -> URLCredential? {
    guard let trust = challenge.protectionSpace.serverTrust, SecTrustEvaluateWithError(trust, nil) else { return nil }
    // ok: swift.transport.trust-unchecked
    return URLCredential(trust: trust)
  }

  func either(trust: SecTrust, handler: Handler) {
    if SecTrustEvaluateWithError(trust, nil) {
      // ok: swift.transport.trust-unchecked
      handler(.useCredential, URLCredential(trust: trust))
    } else {
      handler(.cancelAuthenticationChallenge, nil)
    }
  }

  func password(user: String, word: String) -> URLCredential {
    // ok: swift.transport.trust-unchecked
    return URLCredential(user: user, password: word, persistence: .none)
  }
}
