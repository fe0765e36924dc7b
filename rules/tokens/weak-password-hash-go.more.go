package shop

import (
	"golang.org/x/crypto/md4"
	"golang.org/x/crypto/ripemd160"
)

func old(password string) []byte {
	h := md4.New()
	// ruleid: tokens/weak-password-hash-go
	h.Write([]byte(password))
	return h.Sum(nil)
}

func ripe(password string) []byte {
	h := ripemd160.New()
	// ruleid: tokens/weak-password-hash-go
	h.Write([]byte(password))
	return h.Sum(nil)
}

func address(key []byte) []byte {
	h := ripemd160.New()
	// ok: tokens/weak-password-hash-go
	h.Write(key)
	return h.Sum(nil)
}
