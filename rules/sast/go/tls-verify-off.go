package connections

import (
	"crypto/tls"
	"crypto/x509"
	"net/http"
)

func Client() *http.Client {
	// ruleid: go.crypto.tls-verify-off
	return &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}}
}

func Config() tls.Config {
	// ruleid: go.crypto.tls-verify-off
	return tls.Config{MinVersion: tls.VersionTLS12, InsecureSkipVerify: true}
}

func Relax(config *tls.Config) {
	// ruleid: go.crypto.tls-verify-off
	config.InsecureSkipVerify = true
}

func SafeClient(authority *x509.CertPool) *http.Client {
	// ok: go.crypto.tls-verify-off
	return &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: authority}}}
}

func Pinned(verify func(tls.ConnectionState) error) *tls.Config {
	// ok: go.crypto.tls-verify-off
	return &tls.Config{InsecureSkipVerify: true, VerifyConnection: verify}
}

func Chosen(insecure bool) *tls.Config {
	// ok: go.crypto.tls-verify-off
	return &tls.Config{InsecureSkipVerify: insecure}
}

func Mode(mode string, verify func(tls.ConnectionState) error) *tls.Config {
	// ok: go.crypto.tls-verify-off
	config := &tls.Config{InsecureSkipVerify: true}
	switch mode {
	case "authority":
		config.VerifyConnection = verify
	case "full":
		config.InsecureSkipVerify = false
	}
	return config
}

func Later(mode string) (config *tls.Config) {
	// ok: go.crypto.tls-verify-off
	config = &tls.Config{InsecureSkipVerify: true}
	if mode == "full" {
		config.InsecureSkipVerify = false
	}
	return config
}
