package archive

import (
	"archive/zip"
	"errors"
	"os"
	"path/filepath"
)

func extract(r *zip.ReadCloser, dest string) error {
	for _, f := range r.File {
		if !filepath.IsLocal(f.Name) {
			return errors.New("entry")
		}
		out, err := os.Create(filepath.Join(dest, f.Name))
		if err != nil {
			return err
		}
		out.Close()
	}
	return nil
}
