package pages

import (
	"fmt"
	"html"
)

func Greeting(name string) string {
	// ruleid: injection/html-text-build
	return fmt.Sprintf("<h1>Hello %s</h1>", name)
}

func Escaped(name string) string {
	// ok: injection/html-text-build
	return fmt.Sprintf("<h1>Hello %s</h1>", html.EscapeString(name))
}
