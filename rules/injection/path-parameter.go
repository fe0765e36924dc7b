package store

import (
	"os"
	"path/filepath"
)

func Read(filename string) ([]byte, error) {
	// ruleid: injection/path-parameter
	return os.ReadFile(filepath.Join("/srv/files", filename))
}

func Safe(filename string) ([]byte, error) {
	// ok: injection/path-parameter
	return os.ReadFile(filepath.Join("/srv/files", filepath.Base(filename)))
}
