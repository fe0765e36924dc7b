package upload

import "github.com/jlaffaye/ftp"

func bad(user, password string) error {
	c, err := ftp.Dial("files:21")
	if err != nil {
		return err
	}
	// ruleid: api/cleartext-login
	return c.Login(user, password)
}

func safe(user, password string) error {
	c, err := ftp.Dial("files:21", ftp.DialWithExplicitTLS(config))
	if err != nil {
		return err
	}
	// ok: api/cleartext-login
	return c.Login(user, password)
}
