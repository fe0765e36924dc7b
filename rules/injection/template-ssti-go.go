package web

import (
	"fmt"
	"html/template"
	"net/http"
)

func hello(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("name")
	// ruleid: injection/template-ssti-go
	t, _ := template.New("hello").Parse("<h1>Hello " + name + "</h1>")
	t.Execute(w, nil)
	// ruleid: injection/template-ssti-go
	u, _ := template.New("page").Parse(fmt.Sprintf("<p>%s</p>", name))
	u.Execute(w, nil)
	// ruleid: injection/template-ssti-go
	v := template.Must(template.New("x").Parse(r.FormValue("tpl")))
	v.Execute(w, nil)
	// ok: injection/template-ssti-go
	x, _ := template.New("hello").Parse("<h1>Hello {{.}}</h1>")
	x.Execute(w, name)
	// ok: injection/template-ssti-go
	y := template.Must(template.ParseFiles("hello.html"))
	y.Execute(w, name)
	// ok: injection/template-ssti-go
	z := template.Must(template.New("page").Parse(page))
	z.Execute(w, name)
}
