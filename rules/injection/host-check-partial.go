package web

import (
	"net/url"
	"strings"
)

func allowed(u *url.URL, domain string) bool {
	// ruleid: injection/host-check-partial
	if strings.HasSuffix(u.Host, "example.com") {
		return true
	}
	// ruleid: injection/host-check-partial
	if strings.Contains(u.Host, "example.com") {
		return true
	}
	// ok: injection/host-check-partial
	if strings.HasSuffix(u.Host, ".example.com") {
		return true
	}
	// ok: injection/host-check-partial
	return u.Host == domain || strings.HasSuffix(u.Host, "."+domain)
}
