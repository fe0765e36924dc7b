package hello

import (
	"fmt"
	"html"
	"html/template"
	"net/http"
)

var page = template.Must(template.New("hello").Parse(`<h1>Hello {{.Name}}</h1>`))

func Hello(w http.ResponseWriter, r *http.Request) {
	if err := page.Execute(w, map[string]string{"Name": r.URL.Query().Get("name")}); err != nil {
		http.Error(w, "page failed", http.StatusInternalServerError)
	}
}

func Short(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	fmt.Fprintf(w, "<h1>Hello %s</h1>", html.EscapeString(r.URL.Query().Get("name")))
}
