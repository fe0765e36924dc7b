package archive

import (
	"archive/tar"
	"archive/zip"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
)

func bad(r *zip.ReadCloser, dest string) error {
	for _, f := range r.File {
		p := filepath.Join(dest, f.Name)
		// ruleid: injection/zip-slip-go
		out, err := os.Create(p)
		if err != nil {
			return err
		}
		out.Close()
	}
	return nil
}

func badTar(tr *tar.Reader, dest string) error {
	for {
		header, err := tr.Next()
		if err == io.EOF {
			return nil
		}
		target := filepath.Join(dest, header.Name)
		// ruleid: injection/zip-slip-go
		f, _ := os.OpenFile(target, os.O_CREATE|os.O_RDWR, 0644)
		io.Copy(f, tr)
	}
}

func badEntry(f *zip.File, dest string) error {
	// ruleid: injection/zip-slip-go
	return os.WriteFile(dest+"/"+f.Name, nil, 0600)
}

func safe(r *zip.ReadCloser, dest string) error {
	for _, f := range r.File {
		p := filepath.Join(dest, f.Name)
		if !strings.HasPrefix(p, filepath.Clean(dest)+string(os.PathSeparator)) {
			return errors.New("entry")
		}
		// ok: injection/zip-slip-go
		out, _ := os.Create(p)
		out.Close()
	}
	return nil
}

func local(r *zip.ReadCloser, dest string) error {
	for _, f := range r.File {
		if !filepath.IsLocal(f.Name) {
			return errors.New("entry")
		}
		// ok: injection/zip-slip-go
		out, _ := os.Create(filepath.Join(dest, f.Name))
		out.Close()
	}
	return nil
}

func last(r *zip.ReadCloser, dest string) {
	for _, f := range r.File {
		// ok: injection/zip-slip-go
		os.Create(filepath.Join(dest, filepath.Base(f.Name)))
	}
}
