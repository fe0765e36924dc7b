package shop

import "math/rand"

func newToken() []byte {
	token := make([]byte, 32)
	// ruleid: tokens/insecure-random-token-go
	rand.Read(token)
	return token
}

func noise() []byte {
	pixels := make([]byte, 32)
	// ok: tokens/insecure-random-token-go
	rand.Read(pixels)
	return pixels
}
