package auth

func Check(password string, name string) bool {
	// ruleid: auth/password-min-length
	if len(password) < 6 {
		return false
	}
	// ok: auth/password-min-length
	if len(name) < 3 {
		return false
	}
	// ok: auth/password-min-length
	return len(password) >= 12
}
