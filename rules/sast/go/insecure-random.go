package tokens

import (
	crypto "crypto/rand"
	"fmt"
	"math/rand"
)

func Reset() string {
	// ruleid: go.crypto.insecure-random
	token := fmt.Sprintf("%x", rand.Int63())
	return token
}

func NewPassword(length int) string {
	letters := make([]byte, length)
	for i := range letters {
		// ruleid: go.crypto.insecure-random
		letters[i] = byte('a' + rand.Intn(26))
	}
	return string(letters)
}

func Login() int {
	// ruleid: go.crypto.insecure-random
	loginCode := rand.Intn(1000000)
	return loginCode
}

func SafeReset() (string, error) {
	token := make([]byte, 32)
	// ok: go.crypto.insecure-random
	_, err := crypto.Read(token)
	return fmt.Sprintf("%x", token), err
}

func Banner(products []string) string {
	// ok: go.crypto.insecure-random
	return products[rand.Intn(len(products))]
}

func Backoff(attempt int) float64 {
	// ok: go.crypto.insecure-random
	delay := rand.Float64() * float64(attempt)
	return delay
}
