package versions

import "crypto/tls"

func Old() *tls.Config {
	// ruleid: go.crypto.tls-old-version
	return &tls.Config{MinVersion: tls.VersionTLS10}
}

func Capped() *tls.Config {
	// ruleid: go.crypto.tls-old-version
	return &tls.Config{ServerName: "shop.example.com", MaxVersion: tls.VersionTLS11}
}

func Lower(config *tls.Config) {
	// ruleid: go.crypto.tls-old-version
	config.MinVersion = tls.VersionSSL30
}

func Current() *tls.Config {
	// ok: go.crypto.tls-old-version
	return &tls.Config{MinVersion: tls.VersionTLS12}
}

func Newest(config *tls.Config) {
	// ok: go.crypto.tls-old-version
	config.MinVersion = tls.VersionTLS13
}

func Default() *tls.Config {
	// ok: go.crypto.tls-old-version
	return &tls.Config{ServerName: "shop.example.com"}
}
