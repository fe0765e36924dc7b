package client

import "net/http"

func load() {
	// ruleid: api/plain-http
	http.Get("http://api.example.org/v1/me")
	// ok: api/plain-http
	http.Get("https://api.example.org/v1/me")
	// ok: api/plain-http
	http.Get("http://127.0.0.1:9000/health")
}
