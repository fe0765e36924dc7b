package shop

import "crypto/rand"

func newToken() []byte {
	token := make([]byte, 32)
	// ok: tokens/insecure-random-token-go
	rand.Read(token)
	return token
}
