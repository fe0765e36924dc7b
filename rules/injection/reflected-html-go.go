package pages

import (
	"fmt"
	"html"
	"html/template"
	"io"
	"net/http"

	"github.com/gin-gonic/gin"
)

func hello(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("name")
	// ruleid: injection/reflected-html-go
	fmt.Fprintf(w, "<h1>Hello %s</h1>", name)
	// ok: injection/reflected-html-go
	fmt.Fprintf(w, "<h1>Hello %s</h1>", html.EscapeString(name))
}

func page(w http.ResponseWriter, r *http.Request) {
	bio := r.FormValue("bio")
	// ruleid: injection/reflected-html-go
	pages.Execute(w, map[string]any{"Bio": template.HTML(bio)})
	// ok: injection/reflected-html-go
	pages.Execute(w, map[string]any{"Bio": bio})
}

func echo(w http.ResponseWriter, r *http.Request) {
	// ruleid: injection/reflected-html-go
	io.WriteString(w, r.URL.Query().Get("text"))
}

func bytes(w http.ResponseWriter, r *http.Request) {
	text := r.FormValue("text")
	// ruleid: injection/reflected-html-go
	w.Write([]byte("<div>" + text + "</div>"))
}

func plain(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	// ok: injection/reflected-html-go
	io.WriteString(w, r.URL.Query().Get("text"))
}

func number(w http.ResponseWriter, r *http.Request) {
	page, _ := strconv.Atoi(r.FormValue("page"))
	// ok: injection/reflected-html-go
	fmt.Fprintf(w, "<p>%d</p>", page)
}

func search(c *gin.Context) {
	// ruleid: injection/reflected-html-go
	c.Data(200, "text/html; charset=utf-8", []byte("<p>"+c.Query("q")+"</p>"))
}

func download(c *gin.Context) {
	// ok: injection/reflected-html-go
	c.Data(200, "application/json", []byte(c.Query("q")))
}
