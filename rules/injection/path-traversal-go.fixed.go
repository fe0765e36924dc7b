package files

import (
	"io"
	"net/http"
	"os"
	"path/filepath"
)

type Server struct {
	root *os.Root
}

func New(folder string) (*Server, error) {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, err
	}
	return &Server{root: root}, nil
}

func (s *Server) Get(w http.ResponseWriter, r *http.Request) {
	f, err := s.root.Open(r.URL.Query().Get("name"))
	if err != nil {
		http.NotFound(w, r)
		return
	}
	defer f.Close()
	_, _ = io.Copy(w, f)
}

func (s *Server) Logo(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("name")
	if !filepath.IsLocal(name) {
		http.NotFound(w, r)
		return
	}
	http.ServeFile(w, r, filepath.Join("/srv/logos", name))
}
