package digests

import (
	"crypto/hmac"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
)

func Sign(secret, text []byte) [16]byte {
	// ruleid: go.crypto.weak-hash
	return md5.Sum(append(secret, text...))
}

func Digest(text []byte) []byte {
	// ruleid: go.crypto.weak-hash
	hash := sha1.New()
	hash.Write(text)
	return hash.Sum(nil)
}

func Seal(key, text []byte) []byte {
	// ruleid: go.crypto.weak-hash
	mac := hmac.New(sha1.New, key)
	mac.Write(text)
	return mac.Sum(nil)
}

func SafeDigest(text []byte) [32]byte {
	// ok: go.crypto.weak-hash
	return sha256.Sum256(text)
}

func SafeSeal(key, text []byte) []byte {
	// ok: go.crypto.weak-hash
	mac := hmac.New(sha256.New, key)
	mac.Write(text)
	return mac.Sum(nil)
}

func Size() int {
	// ok: go.crypto.weak-hash
	return sha1.Size + md5.Size
}
