package main

import (
	"log"
	"net/http"
	_ "net/http/pprof"
)

func everyone() {
	// ruleid: api/debug-endpoint
	log.Fatal(http.ListenAndServe(":8080", nil))
}

func every() {
	// ruleid: api/debug-endpoint
	http.ListenAndServe("0.0.0.0:8080", nil)
}

func secure() {
	// ruleid: api/debug-endpoint
	http.ListenAndServeTLS(":8443", "cert.pem", "key.pem", nil)
}

func local() {
	// ok: api/debug-endpoint
	go http.ListenAndServe("127.0.0.1:6060", nil)
	// ok: api/debug-endpoint
	go http.ListenAndServe("localhost:6060", nil)
}

func own(mux *http.ServeMux) {
	// ok: api/debug-endpoint
	log.Fatal(http.ListenAndServe(":8080", mux))
}
