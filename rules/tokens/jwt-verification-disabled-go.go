package auth

import (
	"os"

	"github.com/golang-jwt/jwt/v5"
)

func UserID(text string) (string, error) {
	// ruleid: tokens/jwt-verification-disabled-go
	token, _, err := new(jwt.Parser).ParseUnverified(text, jwt.MapClaims{})
	if err != nil {
		return "", err
	}
	return token.Claims.(jwt.MapClaims)["sub"].(string), nil
}

func Role(text string) string {
	parser := jwt.NewParser()
	claims := jwt.MapClaims{}
	// ruleid: tokens/jwt-verification-disabled-go
	parser.ParseUnverified(text, claims)
	return claims["role"].(string)
}

func Unsigned(claims jwt.Claims) (string, error) {
	// ruleid: tokens/jwt-verification-disabled-go
	return jwt.NewWithClaims(jwt.SigningMethodNone, claims).SignedString(jwt.UnsafeAllowNoneSignatureType)
}

func Verified(text string) (*jwt.Token, error) {
	// ok: tokens/jwt-verification-disabled-go
	return jwt.Parse(text, func(t *jwt.Token) (any, error) { return []byte(os.Getenv("KEY")), nil }, jwt.WithValidMethods([]string{"HS256"}))
}

func ChooseKey(text string) (*jwt.Token, error) {
	// ok: tokens/jwt-verification-disabled-go
	first, _, err := jwt.NewParser().ParseUnverified(text, jwt.MapClaims{})
	if err != nil {
		return nil, err
	}
	token, err := jwt.Parse(text, keyFor(first))
	return token, err
}

func keyIDFromHeader(text string) string {
	// ok: tokens/jwt-verification-disabled-go
	token, _, _ := jwt.NewParser().ParseUnverified(text, jwt.MapClaims{})
	return token.Header["kid"].(string)
}

func (p *Provider) identity(idToken string) (jwt.MapClaims, error) {
	claims := jwt.MapClaims{}
	// ok: tokens/jwt-verification-disabled-go
	_, _, err := jwt.NewParser().ParseUnverified(idToken, claims)
	if err != nil {
		return nil, err
	}
	if err := jwk.ValidateTokenSignature(p.ctx, p.keys, idToken); err != nil {
		return nil, err
	}
	return claims, nil
}

func (p *Parser) ParseWithClaims(text string, claims Claims, keys Keyfunc) (*Token, error) {
	// ok: tokens/jwt-verification-disabled-go
	token, parts, err := p.ParseUnverified(text, claims)
	return p.check(token, parts, keys, err)
}
