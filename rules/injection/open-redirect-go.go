package login

func login(w http.ResponseWriter, r *http.Request) {
	next := r.URL.Query().Get("next")
	// ruleid: injection/open-redirect-go
	http.Redirect(w, r, next, http.StatusFound)
}

func header(w http.ResponseWriter, r *http.Request) {
	// ruleid: injection/open-redirect-go
	w.Header().Set("Location", r.FormValue("to"))
	w.WriteHeader(302)
}

func gin(c *gin.Context) {
	// ruleid: injection/open-redirect-go
	c.Redirect(302, c.Query("url"))
	// ruleid: injection/open-redirect-go
	c.Redirect(302, "https://"+c.Query("host"))
}

func fine(w http.ResponseWriter, r *http.Request) {
	next := r.URL.Query().Get("next")
	if !strings.HasPrefix(next, "/") || strings.HasPrefix(next, "//") {
		next = "/"
	}
	// ok: injection/open-redirect-go
	http.Redirect(w, r, next, http.StatusFound)
}

func item(w http.ResponseWriter, r *http.Request) {
	// ok: injection/open-redirect-go
	http.Redirect(w, r, "/items/"+r.FormValue("id"), http.StatusFound)
	// ok: injection/open-redirect-go
	http.Redirect(w, r, "/home", http.StatusFound)
	// ok: injection/open-redirect-go
	http.Redirect(w, r, "/search?q="+url.QueryEscape(r.FormValue("q")), http.StatusFound)
}

func afterLogin(w http.ResponseWriter, r *http.Request) {
	next := r.URL.Query().Get("next")
	if next == "" {
		next = "/"
	}
	// ruleid: injection/open-redirect-go
	http.Redirect(w, r, next, http.StatusFound)
}

func parsedOnly(w http.ResponseWriter, r *http.Request) {
	next := r.FormValue("next")
	if _, err := url.Parse(next); err != nil {
		return
	}
	// ruleid: injection/open-redirect-go
	http.Redirect(w, r, next, http.StatusFound)
}

func hostLookedAt(w http.ResponseWriter, r *http.Request) {
	next := r.FormValue("next")
	u, err := url.Parse(next)
	if err != nil || u.Host != "" {
		return
	}
	// ok: injection/open-redirect-go
	http.Redirect(w, r, next, http.StatusFound)
}
