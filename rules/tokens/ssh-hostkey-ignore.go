package shop

import (
	"net"

	"golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/knownhosts"
)

func dial(user string) *ssh.ClientConfig {
	// ruleid: tokens/ssh-hostkey-ignore
	return &ssh.ClientConfig{User: user, HostKeyCallback: ssh.InsecureIgnoreHostKey()}
}

func set(c *ssh.ClientConfig) {
	// ruleid: tokens/ssh-hostkey-ignore
	c.HostKeyCallback = ssh.InsecureIgnoreHostKey()
}

func local() ssh.HostKeyCallback {
	// ruleid: tokens/ssh-hostkey-ignore
	check := ssh.InsecureIgnoreHostKey()
	return check
}

func known(user, file string) (*ssh.ClientConfig, error) {
	// ok: tokens/ssh-hostkey-ignore
	check, err := knownhosts.New(file)
	// ok: tokens/ssh-hostkey-ignore
	return &ssh.ClientConfig{User: user, HostKeyCallback: check}, err
}

func fixed(user string, key ssh.PublicKey) *ssh.ClientConfig {
	// ok: tokens/ssh-hostkey-ignore
	return &ssh.ClientConfig{User: user, HostKeyCallback: ssh.FixedHostKey(key)}
}

func asked(c *ssh.ClientConfig, insecure bool, file string) {
	if insecure {
		// ok: tokens/ssh-hostkey-ignore
		c.HostKeyCallback = ssh.InsecureIgnoreHostKey()
	}
	switch {
	case file == "none":
		// ok: tokens/ssh-hostkey-ignore
		c.HostKeyCallback = ssh.InsecureIgnoreHostKey()
	}
}
