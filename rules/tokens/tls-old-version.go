package shop

import "crypto/tls"

func old() *tls.Config {
	// ruleid: tokens/tls-old-version
	c := &tls.Config{MinVersion: tls.VersionTLS10}
	// ruleid: tokens/tls-old-version
	c.MaxVersion = tls.VersionTLS11
	// ruleid: tokens/tls-old-version
	d := &tls.Config{CipherSuites: []uint16{tls.TLS_RSA_WITH_RC4_128_SHA}}
	return d
}

func fresh(version uint16) *tls.Config {
	// ok: tokens/tls-old-version
	c := &tls.Config{MinVersion: tls.VersionTLS12}
	// ok: tokens/tls-old-version
	c.MinVersion = version
	// ok: tokens/tls-old-version
	d := &tls.Config{CipherSuites: []uint16{tls.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256}}
	return d
}
