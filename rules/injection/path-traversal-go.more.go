package files

import (
	"net/http"
	"os"
	"path/filepath"
	"plugin"
)

func folder(w http.ResponseWriter, r *http.Request) {
	// ruleid: injection/path-traversal-go
	http.FileServer(http.FS(os.DirFS(r.FormValue("folder"))))
}

func link(w http.ResponseWriter, r *http.Request) {
	// ruleid: injection/path-traversal-go
	os.Symlink("/srv/current", filepath.Join("/srv/links", r.URL.EscapedPath()))
}

func load(w http.ResponseWriter, r *http.Request) {
	// ruleid: injection/path-traversal-go
	plugin.Open("/srv/plugins/" + r.FormValue("name"))
}

func walk(w http.ResponseWriter, r *http.Request) {
	// ok: injection/path-traversal-go
	filepath.WalkDir("/srv/public", visit)
}

func base(w http.ResponseWriter, r *http.Request) {
	// ok: injection/path-traversal-go
	plugin.Open("/srv/plugins/" + filepath.Base(r.FormValue("name")))
}

func fixed(w http.ResponseWriter, r *http.Request) {
	// ok: injection/path-traversal-go
	os.DirFS("/srv/public")
}
