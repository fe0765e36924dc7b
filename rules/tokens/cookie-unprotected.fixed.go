package web

import "net/http"

func login(w http.ResponseWriter, token string) {
	http.SetCookie(w, &http.Cookie{Name: "session_token", Value: token, HttpOnly: true, Secure: true, SameSite: http.SameSiteLaxMode})
}
