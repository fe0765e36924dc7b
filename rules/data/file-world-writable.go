package conf

import "os"

func Save(path string, key []byte, page []byte) error {
	// ruleid: data/file-world-writable
	if err := os.Chmod(path, 0777); err != nil {
		return err
	}
	// ruleid: data/file-world-writable
	if err := os.WriteFile(path, key, 0666); err != nil {
		return err
	}
	// ruleid: data/file-world-writable
	if err := os.WriteFile(path, page, 0777); err != nil {
		return err
	}
	// ok: data/file-world-writable
	if err := os.WriteFile(path, page, 0644); err != nil {
		return err
	}
	// ok: data/file-world-writable
	if err := os.Chmod(path, 0755); err != nil {
		return err
	}
	// ok: data/file-world-writable
	return os.WriteFile(path, key, 0600)
}
