package crypt

func weak(key []byte) {
	// ruleid: tokens/weak-cipher-go
	a, err := des.NewCipher(key)
	// ruleid: tokens/weak-cipher-go
	b, err := des.NewTripleDESCipher(key)
	// ruleid: tokens/weak-cipher-go
	c, err := rc4.NewCipher(key)
	// ruleid: tokens/weak-cipher-go
	d, err := blowfish.NewCipher(key)
}

func strong(key []byte) {
	// ok: tokens/weak-cipher-go
	block, err := aes.NewCipher(key)
	// ok: tokens/weak-cipher-go
	gcm, err := cipher.NewGCM(block)
	// ok: tokens/weak-cipher-go
	x, err := chacha20poly1305.NewX(key)
	// ok: tokens/weak-cipher-go
	h, err := bcrypt.GenerateFromPassword(key, 12)
}
