package shop

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
)

func inline(body, key []byte, header string) bool {
	mac := hmac.New(sha256.New, key)
	mac.Write(body)
	// ruleid: tokens/timing-unsafe-compare
	return hex.EncodeToString(mac.Sum(nil)) == header
}

func named(body, key []byte, header string) bool {
	mac := hmac.New(sha256.New, key)
	mac.Write(body)
	expected := hex.EncodeToString(mac.Sum(nil))
	// ruleid: tokens/timing-unsafe-compare
	return expected == header
}

func raw(body, key, header []byte) bool {
	mac := hmac.New(sha256.New, key)
	mac.Write(body)
	// ruleid: tokens/timing-unsafe-compare
	return bytes.Equal(mac.Sum(nil), header)
}

func constant(body, key []byte, header string) bool {
	mac := hmac.New(sha256.New, key)
	mac.Write(body)
	expected := hex.EncodeToString(mac.Sum(nil))
	// ok: tokens/timing-unsafe-compare
	return hmac.Equal([]byte(expected), []byte(header))
}

func sum(file []byte, wanted string) bool {
	h := sha256.New()
	h.Write(file)
	// ok: tokens/timing-unsafe-compare
	return hex.EncodeToString(h.Sum(nil)) == wanted
}

func empty(body, key []byte) bool {
	mac := hmac.New(sha256.New, key)
	mac.Write(body)
	expected := hex.EncodeToString(mac.Sum(nil))
	// ok: tokens/timing-unsafe-compare
	return expected == ""
}
