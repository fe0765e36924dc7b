package auth

import (
	"fmt"

	"github.com/go-ldap/ldap/v3"
)

func find(uid string) *ldap.SearchRequest {
	filter := fmt.Sprintf("(uid=%s)", ldap.EscapeFilter(uid))
	return ldap.NewSearchRequest("ou=people", ldap.ScopeWholeSubtree, 0, 0, 0, false, filter, nil, nil)
}
