package users

import (
	"database/sql"
	"encoding/json"
	"net/http"
)

type Handler struct {
	db *sql.DB
}

func (h *Handler) Product(w http.ResponseWriter, r *http.Request) {
	var name string
	row := h.db.QueryRowContext(r.Context(), "SELECT name FROM products WHERE id = $1", r.URL.Query().Get("id"))
	if err := row.Scan(&name); err != nil {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(map[string]string{"name": name})
}
