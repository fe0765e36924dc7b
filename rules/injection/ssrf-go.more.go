package fetch

import (
	"net"
	"net/http"
)

func typed(w http.ResponseWriter, r *http.Request) {
	c := &http.Client{}
	// ruleid: injection/ssrf-go
	c.Get(r.FormValue("url"))
}

func dialed(w http.ResponseWriter, r *http.Request) {
	// ruleid: injection/ssrf-go
	net.Dial("tcp", r.FormValue("address"))
}

func many(w http.ResponseWriter, r *http.Request) {
	for _, address := range r.Header.Values("X-Address") {
		// ruleid: injection/ssrf-go
		net.DialTimeout("tcp", address, 5)
	}
}

func own(w http.ResponseWriter, r *http.Request) {
	c := &http.Client{}
	// ok: injection/ssrf-go
	c.Get("https://api.example.com/users")
}

func cache(w http.ResponseWriter, r *http.Request) {
	c := newCache()
	// ok: injection/ssrf-go
	c.Get(r.FormValue("key"))
}

func port(w http.ResponseWriter, r *http.Request) {
	// ok: injection/ssrf-go
	net.Dial("tcp", "127.0.0.1:6379")
}
