package shop

import (
	"crypto/sha256"

	"golang.org/x/crypto/bcrypt"
	"golang.org/x/crypto/pbkdf2"
)

func low(password, salt []byte) {
	// ruleid: tokens/password-hash-low-cost
	bcrypt.GenerateFromPassword(password, bcrypt.MinCost)
	// ruleid: tokens/password-hash-low-cost
	bcrypt.GenerateFromPassword(password, 4)
	// ruleid: tokens/password-hash-low-cost
	pbkdf2.Key(password, salt, 1000, 32, sha256.New)
}

func high(password, salt []byte, rounds int) {
	// ok: tokens/password-hash-low-cost
	bcrypt.GenerateFromPassword(password, bcrypt.DefaultCost)
	// ok: tokens/password-hash-low-cost
	bcrypt.GenerateFromPassword(password, 12)
	// ok: tokens/password-hash-low-cost
	bcrypt.GenerateFromPassword([]byte("example"), bcrypt.MinCost)
	// ok: tokens/password-hash-low-cost
	pbkdf2.Key(password, salt, 600000, 32, sha256.New)
	// ok: tokens/password-hash-low-cost
	pbkdf2.Key(password, salt, rounds, 32, sha256.New)
	// ok: tokens/password-hash-low-cost
	pbkdf2.Key(password, salt, 1, 32, sha256.New)
}
