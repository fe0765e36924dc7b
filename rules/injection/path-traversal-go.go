package files

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"

	"github.com/gin-gonic/gin"
)

const base = "/srv/files"

func download(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("name")
	// ruleid: injection/path-traversal-go
	data, err := os.ReadFile(filepath.Join(base, name))
	write(w, data, err)
}

func serve(w http.ResponseWriter, r *http.Request) {
	// ruleid: injection/path-traversal-go
	http.ServeFile(w, r, base+"/"+r.FormValue("file"))
}

func show(c *gin.Context) {
	path := fmt.Sprintf("%s/%s", base, c.Query("path"))
	// ruleid: injection/path-traversal-go
	c.File(path)
}

func upload(c *gin.Context) {
	file, _ := c.FormFile("file")
	// ruleid: injection/path-traversal-go
	c.SaveUploadedFile(file, "/uploads/"+file.Filename)
}

func save(c *gin.Context) {
	var note struct{ Title, Text string }
	if c.ShouldBindJSON(&note) != nil {
		return
	}
	// ruleid: injection/path-traversal-go
	os.WriteFile(filepath.Join(base, note.Title), []byte(note.Text), 0o600)
}

func remove(w http.ResponseWriter, r *http.Request) {
	target := filepath.Clean(filepath.Join(base, r.PathValue("name")))
	// ruleid: injection/path-traversal-go
	os.Remove(target)
}

func local(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("name")
	if !filepath.IsLocal(name) {
		return
	}
	// ok: injection/path-traversal-go
	data, err := os.ReadFile(filepath.Join(base, name))
	write(w, data, err)
}

func prefixed(w http.ResponseWriter, r *http.Request) {
	target := filepath.Join(base, r.FormValue("file"))
	if !strings.HasPrefix(target, base+string(os.PathSeparator)) {
		return
	}
	// ok: injection/path-traversal-go
	http.ServeFile(w, r, target)
}

func last(c *gin.Context) {
	// ok: injection/path-traversal-go
	c.File(filepath.Join(base, filepath.Base(c.Query("path"))))
}

func rooted(w http.ResponseWriter, r *http.Request) {
	root, _ := os.OpenRoot(base)
	// ok: injection/path-traversal-go
	f, err := root.Open(r.FormValue("file"))
	send(w, f, err)
}

func uploadFine(c *gin.Context) {
	file, _ := c.FormFile("file")
	// ok: injection/path-traversal-go
	c.SaveUploadedFile(file, "/uploads/"+uuid.NewString())
}

func Load(name string) ([]byte, error) {
	// ok: injection/path-traversal-go
	return os.ReadFile(filepath.Join(base, name))
}

func main() {
	// ok: injection/path-traversal-go
	data, _ := os.ReadFile(os.Args[1])
	fmt.Println(string(data))
}
