package web

import (
	"net/http"
	"text/template"
)

var page = template.Must(template.New("p").Parse("<h1>{{.Name}}</h1>"))

func Hello(w http.ResponseWriter, r *http.Request) {
	data := struct{ Name string }{r.FormValue("name")}
	// ruleid: injection/reflected-html-go
	if err := page.Execute(w, data); err != nil {
		http.Error(w, "template", http.StatusInternalServerError)
	}
}

func Config(w io.Writer, r *http.Request) {
	// ok: injection/reflected-html-go
	_ = page.Execute(w, struct{ Name string }{"fixed"})
}

func Mail(r *http.Request) string {
	var text strings.Builder
	// ok: injection/reflected-html-go
	_ = page.Execute(&text, r.FormValue("name"))
	return text.String()
}
