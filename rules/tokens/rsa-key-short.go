package keys

import (
	"crypto/rand"
	"crypto/rsa"
)

func make() {
	// ruleid: tokens/rsa-key-short
	rsa.GenerateKey(rand.Reader, 1024)
	// ok: tokens/rsa-key-short
	rsa.GenerateKey(rand.Reader, 3072)
}
