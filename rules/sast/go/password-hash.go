package accounts

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/hex"

	"golang.org/x/crypto/argon2"
	"golang.org/x/crypto/bcrypt"
)

func HashPassword(password string) [32]byte {
	// ruleid: go.crypto.password-hash
	// ruleid: go.crypto.password-digest
	return sha256.Sum256([]byte(password))
}

func CheckPassword(digest [16]byte, password string) bool {
	// ruleid: go.crypto.password-hash
	// ruleid: go.crypto.password-digest
	return digest == md5.Sum([]byte(password))
}

func hashPasswordWithSalt(salt string, password string) [32]byte {
	// ruleid: go.crypto.password-hash
	// ruleid: go.crypto.password-digest
	return sha256.Sum256([]byte(salt + password))
}

func SafeRegister(password string) ([]byte, error) {
	// ok: go.crypto.password-hash
	// ok: go.crypto.password-digest
	return bcrypt.GenerateFromPassword([]byte(password), bcrypt.DefaultCost)
}

func Stretched(password string, salt []byte) []byte {
	// ok: go.crypto.password-hash
	// ok: go.crypto.password-digest
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

func (user *User) Change(password string) {
	// ruleid: go.crypto.password-hash
	// ruleid: go.crypto.password-digest
	digest := sha256.Sum256([]byte(password))
	user.PasswordHash = hex.EncodeToString(digest[:])
}

func (user *User) Right(password string) bool {
	// ruleid: go.crypto.password-hash
	// ruleid: go.crypto.password-digest
	digest := md5.Sum([]byte(password))
	return user.Password == hex.EncodeToString(digest[:])
}

func leaked(password string) string {
	// ok: go.crypto.password-hash
	// ruleid: go.crypto.password-digest
	digest := sha1.Sum([]byte(password))
	return "https://ranges.example.com/" + hex.EncodeToString(digest[:])[:5]
}

func answer(password string, challenge string) [16]byte {
	// ok: go.crypto.password-hash
	// ruleid: go.crypto.password-digest
	return md5.Sum([]byte(challenge + password))
}

func fingerprint(data []byte) [32]byte {
	// ok: go.crypto.password-digest
	return sha256.Sum256(data)
}
