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

func zeroes(block cipher.Block, plain []byte) []byte {
	iv := make([]byte, aes.BlockSize)
	out := make([]byte, len(plain))
	// ruleid: tokens/static-iv-key-go
	cipher.NewCBCEncrypter(block, iv).CryptBlocks(out, plain)
	return out
}

func filled(block cipher.Block, plain []byte) []byte {
	iv := make([]byte, aes.BlockSize)
	if _, err := rand.Read(iv); err != nil {
		return nil
	}
	out := make([]byte, len(plain))
	// ok: tokens/static-iv-key-go
	cipher.NewCBCEncrypter(block, iv).CryptBlocks(out, plain)
	return out
}

func fromMessage(block cipher.Block, message []byte) []byte {
	iv := make([]byte, aes.BlockSize)
	copy(iv, message[:aes.BlockSize])
	// ok: tokens/static-iv-key-go
	cipher.NewCTR(block, iv).XORKeyStream(message, message)
	return message
}
