package auth

func formatted(mail string) *ldap.SearchRequest {
	// ruleid: injection/filter-text-build
	return ldap.NewSearchRequest("ou=people", 2, 0, 0, 0, false, fmt.Sprintf("(&(objectClass=person)(mail=%s))", mail), nil, nil)
}

func fixed() *ldap.SearchRequest {
	// ok: injection/filter-text-build
	return ldap.NewSearchRequest("ou=people", 2, 0, 0, 0, false, "(objectClass=person)", nil, nil)
}

func checked(uid string) *ldap.SearchRequest {
	if !name.MatchString(uid) {
		return nil
	}
	// ok: injection/filter-text-build
	return ldap.NewSearchRequest("ou=people", 2, 0, 0, 0, false, "(uid="+uid+")", nil, nil)
}
