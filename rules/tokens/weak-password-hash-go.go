package users

func register(password string, user User, req Request) {
	// ruleid: tokens/weak-password-hash-go
	a := md5.Sum([]byte(password))
	// ruleid: tokens/weak-password-hash-go
	b := sha1.Sum([]byte(user.Password))
	// ruleid: tokens/weak-password-hash-go
	c := sha256.Sum256([]byte(password))
	// ruleid: tokens/weak-password-hash-go
	d := sha512.Sum512([]byte(req.Password))
	// ruleid: tokens/weak-password-hash-go
	e := fmt.Sprintf("%x", sha256.Sum256([]byte(newPassword)))
	// ruleid: tokens/weak-password-hash-go
	f := hex.EncodeToString(sha256.Sum256([]byte(user.Passwd)))
	// ok: tokens/weak-password-hash-go
	g, err := bcrypt.GenerateFromPassword([]byte(password), 12)
	// ok: tokens/weak-password-hash-go
	h := sha256.Sum256([]byte(token))
	// ok: tokens/weak-password-hash-go
	i := sha256.Sum256(body)
	// ok: tokens/weak-password-hash-go
	j := argon2.IDKey([]byte(password), salt, 1, 64*1024, 4, 32)
	// ok: tokens/weak-password-hash-go
	k := sha256.Sum256([]byte(passwordResetToken))
	// ok: tokens/weak-password-hash-go
	l := md5.Sum([]byte(fileName))
}

func steps(password string, name string) string {
	h := md5.New()
	// ruleid: tokens/weak-password-hash-go
	h.Write([]byte(password))
	// ok: tokens/weak-password-hash-go
	h.Write([]byte(name))
	return hex.EncodeToString(h.Sum(nil))
}
