package conf

import "fmt"

func check(password, user string) error {
	if user == "" {
		// ruleid: data/secret-in-error
		return fmt.Errorf("cannot sign in with %s", password)
	}
	// ok: data/secret-in-error
	return fmt.Errorf("cannot sign in as %s", user)
}
