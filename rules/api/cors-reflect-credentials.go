package shop

import "net/http"

func everyone(w http.ResponseWriter, r *http.Request) {
	// ruleid: api/cors-reflect-credentials
	w.Header().Set("Access-Control-Allow-Origin", r.Header.Get("Origin"))
	w.Header().Set("Access-Control-Allow-Credentials", "true")
}

func later(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Access-Control-Allow-Credentials", "true")
	// ruleid: api/cors-reflect-credentials
	w.Header().Set("Access-Control-Allow-Origin", r.Header.Get("Origin"))
}

func wrap(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		// ruleid: api/cors-reflect-credentials
		w.Header().Add("Access-Control-Allow-Origin", req.Header.Get("Origin"))
		w.Header().Add("Access-Control-Allow-Credentials", "true")
		next.ServeHTTP(w, req)
	})
}

func listed(w http.ResponseWriter, r *http.Request) {
	if allowed[r.Header.Get("Origin")] {
		// ok: api/cors-reflect-credentials
		w.Header().Set("Access-Control-Allow-Origin", r.Header.Get("Origin"))
		w.Header().Set("Access-Control-Allow-Credentials", "true")
	}
}

func one(w http.ResponseWriter, r *http.Request) {
	// ok: api/cors-reflect-credentials
	w.Header().Set("Access-Control-Allow-Origin", "https://app.example.com")
	w.Header().Set("Access-Control-Allow-Credentials", "true")
}

func public(w http.ResponseWriter, r *http.Request) {
	// ok: api/cors-reflect-credentials
	w.Header().Set("Access-Control-Allow-Origin", r.Header.Get("Origin"))
}
