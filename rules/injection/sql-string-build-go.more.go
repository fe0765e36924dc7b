package store

import (
	"encoding/json"
	"net/http"
	"strings"
)

type search struct {
	Name  string
	Order string
}

func added(w http.ResponseWriter, r *http.Request) {
	q := "SELECT id FROM users WHERE 1 = 1"
	if name := r.FormValue("name"); name != "" {
		q += " AND name = '" + name + "'"
	}
	// ruleid: injection/sql-string-build-go
	db.Query(q)
}

func tail(w http.ResponseWriter, r *http.Request) {
	q := "SELECT id FROM users WHERE name = "
	q += r.FormValue("name")
	// ruleid: injection/sql-string-build-go
	db.Query(q)
}

func replaced(w http.ResponseWriter, r *http.Request) {
	q := strings.Replace("SELECT id FROM users WHERE name = '{}'", "{}", r.FormValue("name"), 1)
	// ruleid: injection/sql-string-build-go
	db.QueryContext(r.Context(), q)
}

func joined(w http.ResponseWriter, r *http.Request) {
	// ruleid: injection/sql-string-build-go
	db.Exec(strings.Join([]string{"DELETE FROM users WHERE name = '", r.FormValue("name"), "'"}, ""))
}

func decoded(w http.ResponseWriter, r *http.Request) {
	var s search
	json.NewDecoder(r.Body).Decode(&s)
	// ruleid: injection/sql-string-build-go
	db.Query("SELECT id FROM users WHERE name = '" + s.Name + "'")
}

func whole(w http.ResponseWriter, r *http.Request) {
	// ruleid: injection/sql-string-build-go
	db.Query(r.FormValue("statement"))
}

func ordered(w http.ResponseWriter, r *http.Request) {
	var users []User
	// ruleid: injection/sql-string-build-go
	db.Where("active").Order(r.FormValue("sort")).Find(&users)
}

func bound(w http.ResponseWriter, r *http.Request) {
	q := "SELECT id FROM users WHERE 1 = 1"
	if name := r.FormValue("name"); name != "" {
		q += " AND name = $1"
	}
	// ok: injection/sql-string-build-go
	db.Query(q, r.FormValue("name"))
}

func chosen(w http.ResponseWriter, r *http.Request) {
	order := "id"
	if r.FormValue("sort") == "name" {
		order = "name"
	}
	// ok: injection/sql-string-build-go
	db.Order(order).Find(&users)
}

func index(w http.ResponseWriter, r *http.Request) {
	// ok: injection/sql-string-build-go
	searchIndex.Query(r.FormValue("words"))
}
