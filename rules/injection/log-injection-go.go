package web

import (
	"log"
	"net/http"
	"strings"
)

func login(w http.ResponseWriter, r *http.Request) {
	user := r.FormValue("user")
	// ruleid: injection/log-injection-go
	log.Printf("login by %s", user)
	// ruleid: injection/log-injection-go
	log.Println("login by", user)
	// ruleid: injection/log-injection-go
	log.Print("login by " + user)
	// ok: injection/log-injection-go
	log.Printf("login by %q", user)
	// ok: injection/log-injection-go
	log.Println("login by", strings.ReplaceAll(user, "\n", ""))
	// ok: injection/log-injection-go
	log.Println("login")
}
