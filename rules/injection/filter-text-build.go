package auth

import (
	"fmt"

	"github.com/go-ldap/ldap/v3"
)

func find(uid string) *ldap.SearchRequest {
	// ruleid: injection/filter-text-build
	return ldap.NewSearchRequest("ou=people", 2, 0, 0, 0, false, fmt.Sprintf("(uid=%s)", uid), nil, nil)
}

func joined(uid string) *ldap.SearchRequest {
	// ruleid: injection/filter-text-build
	return ldap.NewSearchRequest("ou=people", 2, 0, 0, 0, false, "(uid="+uid+")", nil, nil)
}

func escaped(uid string) *ldap.SearchRequest {
	// ok: injection/filter-text-build
	return ldap.NewSearchRequest("ou=people", 2, 0, 0, 0, false, fmt.Sprintf("(uid=%s)", ldap.EscapeFilter(uid)), nil, nil)
}

func variable(uid string) *ldap.SearchRequest {
	filter := fmt.Sprintf("(&(objectClass=person)(uid=%s))", uid)
	// ruleid: injection/filter-text-build
	return ldap.NewSearchRequest("ou=people", 2, 0, 0, 0, false, filter, nil, nil)
}

func fixed() *ldap.SearchRequest {
	// ok: injection/filter-text-build
	return ldap.NewSearchRequest("ou=people", 2, 0, 0, 0, false, "(objectClass=person)", nil, nil)
}

func numbered(id int) *ldap.SearchRequest {
	// ok: injection/filter-text-build
	return ldap.NewSearchRequest("ou=people", 2, 0, 0, 0, false, fmt.Sprintf("(uidNumber=%d)", id), nil, nil)
}
