package auth

import (
	"os"

	"github.com/golang-jwt/jwt/v5"
)

// ruleid: tokens/jwt-literal-key
var jwtKey = []byte("an example signing key of mine")

func Sign(claims jwt.Claims) (string, error) {
	// ruleid: tokens/jwt-literal-key
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte("an example signing key"))
}

func Verify(text string) (*jwt.Token, error) {
	return jwt.Parse(text, func(t *jwt.Token) (interface{}, error) {
		// ruleid: tokens/jwt-literal-key
		return []byte("an example signing key"), nil
	})
}

func Safe(claims jwt.Claims) (string, error) {
	// ok: tokens/jwt-literal-key
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(os.Getenv("JWT_KEY")))
}

func Bytes() []byte {
	// ok: tokens/jwt-literal-key
	message := []byte("an example text")
	return message
}

func FromFile(path string, claims jwt.Claims) (string, error) {
	key, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	// ok: tokens/jwt-literal-key
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
}
