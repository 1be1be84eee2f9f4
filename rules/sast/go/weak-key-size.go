package keys

import (
	"crypto/ed25519"
	"crypto/rand"
	"crypto/rsa"
)

func Signing() (*rsa.PrivateKey, error) {
	// ruleid: go.crypto.weak-key-size
	return rsa.GenerateKey(rand.Reader, 1024)
}

func Licence() (*rsa.PrivateKey, error) {
	// ruleid: go.crypto.weak-key-size
	key, err := rsa.GenerateKey(rand.Reader, 512)
	return key, err
}

func Deploy() *rsa.PrivateKey {
	// ruleid: go.crypto.weak-key-size
	key, _ := rsa.GenerateKey(rand.Reader, 1536)
	return key
}

func SafeSigning() (*rsa.PrivateKey, error) {
	// ok: go.crypto.weak-key-size
	return rsa.GenerateKey(rand.Reader, 3072)
}

func Chosen(bits int) (*rsa.PrivateKey, error) {
	// ok: go.crypto.weak-key-size
	return rsa.GenerateKey(rand.Reader, bits)
}

func Curve() (ed25519.PublicKey, ed25519.PrivateKey, error) {
	// ok: go.crypto.weak-key-size
	return ed25519.GenerateKey(rand.Reader)
}
