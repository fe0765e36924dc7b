package web

import (
	"net/http"
	"time"

	"github.com/gin-gonic/gin"
)

func login(w http.ResponseWriter, token string) {
	// ruleid: tokens/cookie-unprotected
	http.SetCookie(w, &http.Cookie{Name: "session_token", Value: token, Path: "/"})
	// ruleid: tokens/cookie-unprotected
	http.SetCookie(w, &http.Cookie{Name: "auth", Value: token, HttpOnly: false, Secure: true})
	// ruleid: tokens/cookie-unprotected
	http.SetCookie(w, &http.Cookie{Name: "jwt", Value: token, HttpOnly: true})
	// ok: tokens/cookie-unprotected
	http.SetCookie(w, &http.Cookie{Name: "session_token", Value: token, HttpOnly: true, Secure: true, SameSite: http.SameSiteLaxMode})
	// ok: tokens/cookie-unprotected
	http.SetCookie(w, &http.Cookie{Name: "theme", Value: "dark"})
	// ok: tokens/cookie-unprotected
	http.SetCookie(w, &http.Cookie{Name: "session_token", Value: "", MaxAge: -1, Expires: time.Unix(0, 0)})
}

func gin_login(c *gin.Context, token string) {
	// ruleid: tokens/cookie-unprotected
	c.SetCookie("session", token, 3600, "/", "", false, true)
	// ok: tokens/cookie-unprotected
	c.SetCookie("session", token, 3600, "/", "", true, true)
}
