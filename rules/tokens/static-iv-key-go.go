package crypt

var packageKey = []byte("0123456789abcdef")

func weak(data []byte) {
	// ruleid: tokens/static-iv-key-go
	block, _ := aes.NewCipher(packageKey)
	// ruleid: tokens/static-iv-key-go
	other, _ := aes.NewCipher([]byte("fedcba9876543210"))
	iv := []byte("1234567890123456")
	// ruleid: tokens/static-iv-key-go
	mode := cipher.NewCBCEncrypter(block, iv)
	// ruleid: tokens/static-iv-key-go
	sealed := gcm.Seal(nil, []byte("nonce-is-12b"), data, nil)
}

func strong(key, data []byte) {
	// ok: tokens/static-iv-key-go
	block, err := aes.NewCipher(key)
	gcm, err := cipher.NewGCM(block)
	nonce := make([]byte, gcm.NonceSize())
	rand.Read(nonce)
	// ok: tokens/static-iv-key-go
	sealed := gcm.Seal(nonce, nonce, data, nil)
	// ok: tokens/static-iv-key-go
	env, err := aes.NewCipher([]byte(os.Getenv("DATA_KEY")))
	iv := make([]byte, aes.BlockSize)
	io.ReadFull(rand.Reader, iv)
	// ok: tokens/static-iv-key-go
	mode := cipher.NewCBCEncrypter(block, iv)
}
