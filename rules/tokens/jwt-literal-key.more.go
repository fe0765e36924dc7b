package auth

func more(configured string) []byte {
	// ok: tokens/jwt-literal-key
	return []byte(configured)
}
