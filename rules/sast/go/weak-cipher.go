package ciphers

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/des"
	"crypto/rc4"

	"golang.org/x/crypto/blowfish"
	"golang.org/x/crypto/chacha20poly1305"
)

func Old(key []byte) (cipher.Block, error) {
	// ruleid: go.crypto.weak-cipher
	return des.NewCipher(key)
}

func Triple(key []byte) (cipher.Block, error) {
	// ruleid: go.crypto.small-blocks
	// ok: go.crypto.weak-cipher
	return des.NewTripleDESCipher(key)
}

func Stream(key []byte) (*rc4.Cipher, error) {
	// ruleid: go.crypto.weak-cipher
	return rc4.NewCipher(key)
}

func Block(key []byte) (cipher.Block, error) {
	// ok: go.crypto.weak-cipher
	// ok: go.crypto.small-blocks
	return aes.NewCipher(key)
}

func Seal(block cipher.Block) (cipher.AEAD, error) {
	// ok: go.crypto.weak-cipher
	// ok: go.crypto.small-blocks
	return cipher.NewGCM(block)
}

func Modern(key []byte) (cipher.AEAD, error) {
	// ok: go.crypto.weak-cipher
	// ok: go.crypto.small-blocks
	return chacha20poly1305.New(key)
}

func Fish(key []byte) (cipher.Block, error) {
	// ruleid: go.crypto.small-blocks
	return blowfish.NewCipher(key)
}

func SaltedFish(key []byte, salt []byte) (cipher.Block, error) {
	// ruleid: go.crypto.small-blocks
	return blowfish.NewSaltedCipher(key, salt)
}

func Single(key []byte) (cipher.Block, error) {
	// ruleid: go.crypto.weak-cipher
	return des.NewCipher(key[:8])
}
