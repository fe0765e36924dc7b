package client

import (
	"crypto/tls"
	"net/http"
)

func transport() *http.Transport {
	// ruleid: tokens/tls-verify-disabled-go
	return &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}
}

func config() *tls.Config {
	// ruleid: tokens/tls-verify-disabled-go
	return &tls.Config{MinVersion: tls.VersionTLS12, InsecureSkipVerify: true}
}

func value() tls.Config {
	// ruleid: tokens/tls-verify-disabled-go
	return tls.Config{InsecureSkipVerify: true, ServerName: "db"}
}

func later() *tls.Config {
	c := &tls.Config{}
	// ruleid: tokens/tls-verify-disabled-go
	c.InsecureSkipVerify = true
	return c
}

func global() {
	// ruleid: tokens/tls-verify-disabled-go
	http.DefaultTransport.(*http.Transport).TLSClientConfig = &tls.Config{InsecureSkipVerify: true}
}

func dial() {
	// ruleid: tokens/tls-verify-disabled-go
	tls.Dial("tcp", "db.example.com:443", &tls.Config{InsecureSkipVerify: true})
}

func fine(pool *x509.CertPool) *tls.Config {
	// ok: tokens/tls-verify-disabled-go
	return &tls.Config{RootCAs: pool, MinVersion: tls.VersionTLS12}
}

func explicit() *tls.Config {
	// ok: tokens/tls-verify-disabled-go
	return &tls.Config{InsecureSkipVerify: false}
}

func pinned() *tls.Config {
	// ok: tokens/tls-verify-disabled-go
	return &tls.Config{InsecureSkipVerify: true, VerifyPeerCertificate: verifyPin}
}

func chosen(insecure bool) *tls.Config {
	// ok: tokens/tls-verify-disabled-go
	return &tls.Config{InsecureSkipVerify: insecure}
}

func option(opts Options) *tls.Config {
	c := &tls.Config{}
	if opts.Insecure {
		// ok: tokens/tls-verify-disabled-go
		c.InsecureSkipVerify = true
	}
	return c
}

func connected() *tls.Config {
	// ok: tokens/tls-verify-disabled-go
	return &tls.Config{InsecureSkipVerify: true, VerifyConnection: verify}
}
