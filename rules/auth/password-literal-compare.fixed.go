package main

import (
	"crypto/subtle"
	"net/http"
	"os"

	"golang.org/x/crypto/bcrypt"
)

func login(w http.ResponseWriter, r *http.Request) {
	user, err := findUser(r.Context(), r.PostFormValue("username"))
	if err != nil || bcrypt.CompareHashAndPassword(user.PasswordHash, []byte(r.PostFormValue("password"))) != nil {
		http.Error(w, "wrong name or password", http.StatusUnauthorized)
		return
	}
	startSession(w, user)
}

func hasAdminKey(r *http.Request) bool {
	return subtle.ConstantTimeCompare([]byte(r.Header.Get("X-Admin-Key")), []byte(os.Getenv("ADMIN_KEY"))) == 1
}
