package accounts

import (
	"crypto/md5"
	"crypto/sha256"

	"golang.org/x/crypto/argon2"
	"golang.org/x/crypto/bcrypt"
)

func Register(password string) [32]byte {
	// ruleid: go.crypto.password-hash
	return sha256.Sum256([]byte(password))
}

func Check(digest [16]byte, password string) bool {
	// ruleid: go.crypto.password-hash
	return digest == md5.Sum([]byte(password))
}

func Salted(salt string, password string) [32]byte {
	// ruleid: go.crypto.password-hash
	return sha256.Sum256([]byte(salt + password))
}

func SafeRegister(password string) ([]byte, error) {
	// ok: go.crypto.password-hash
	return bcrypt.GenerateFromPassword([]byte(password), bcrypt.DefaultCost)
}

func Stretched(password string, salt []byte) []byte {
	// ok: go.crypto.password-hash
	return argon2.IDKey([]byte(password), salt, 1, 64*1024, 4, 32)
}

func Checksum(data []byte) [32]byte {
	// ok: go.crypto.password-hash
	return sha256.Sum256(data)
}

func shortened(password string) ([]byte, error) {
	digest := sha256.Sum256([]byte(password))
	// ok: go.crypto.password-hash
	return bcrypt.GenerateFromPassword(digest[:], 12)
}

func nested(password string) ([]byte, error) {
	// ok: go.crypto.password-hash
	return bcrypt.GenerateFromPassword(sum(sha256.Sum256([]byte(password))), 12)
}
