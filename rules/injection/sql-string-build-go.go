package users

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"

	"github.com/gin-gonic/gin"
	"github.com/gorilla/mux"
)

var allowedColumns = map[string]string{"name": "u.name", "age": "u.age"}

const table = "users"

func (s *Server) search(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("name")
	query := fmt.Sprintf("SELECT id, name FROM users WHERE name = '%s'", name)
	// ruleid: injection/sql-string-build-go
	rows, err := s.db.Query(query)
	render(w, rows, err)
}

func (s *Server) show(w http.ResponseWriter, r *http.Request) {
	vars := mux.Vars(r)
	// ruleid: injection/sql-string-build-go
	row := s.db.QueryRowContext(r.Context(), "SELECT * FROM users WHERE id = "+vars["id"])
	render(w, row, nil)
}

func list(c *gin.Context) {
	sort := c.DefaultQuery("sort", "name")
	var users []User
	// ruleid: injection/sql-string-build-go
	db.Raw("SELECT * FROM users ORDER BY " + sort).Scan(&users)
	c.JSON(200, users)
}

func create(c *gin.Context) {
	var body struct{ Email string }
	if err := c.ShouldBindJSON(&body); err != nil {
		return
	}
	// ruleid: injection/sql-string-build-go
	_, err := db.Exec(fmt.Sprintf("INSERT INTO users (email) VALUES ('%s')", body.Email))
	c.JSON(200, err)
}

func FindByEmail(db *sql.DB, email string) (*User, error) {
	// ruleid: injection/sql-string-build-go
	row := db.QueryRow("SELECT id FROM users WHERE email = '" + email + "'")
	return scan(row)
}

func (r *Repo) Rename(ctx context.Context, id string, name string) error {
	q := fmt.Sprintf(`UPDATE users SET name = '%s' WHERE id = '%s'`, name, id)
	// ruleid: injection/sql-string-build-go
	_, err := r.pool.Exec(ctx, q)
	return err
}

func (s *Server) decode(w http.ResponseWriter, r *http.Request) {
	var in struct{ Name string }
	json.NewDecoder(r.Body).Decode(&in)
	var out []User
	// ruleid: injection/sql-string-build-go
	s.dbx.Select(&out, "SELECT * FROM users WHERE name LIKE '%"+in.Name+"%'")
}

func (s *Server) bound(w http.ResponseWriter, r *http.Request) {
	// ok: injection/sql-string-build-go
	rows, err := s.db.Query("SELECT id FROM users WHERE name = $1", r.URL.Query().Get("name"))
	render(w, rows, err)
}

func (s *Server) number(w http.ResponseWriter, r *http.Request) {
	id, err := strconv.Atoi(r.FormValue("id"))
	if err != nil {
		return
	}
	// ok: injection/sql-string-build-go
	rows, err := s.db.Query(fmt.Sprintf("SELECT id FROM users WHERE id = %d", id))
	render(w, rows, err)
}

func sorted(c *gin.Context) {
	column, found := allowedColumns[c.Query("sort")]
	if !found {
		column = "u.name"
	}
	// ok: injection/sql-string-build-go
	db.Raw("SELECT * FROM users u ORDER BY " + column)
}

func Count(db *sql.DB, tableName string) *sql.Row {
	// ok: injection/sql-string-build-go
	return db.QueryRow("SELECT COUNT(*) FROM " + tableName)
}

func Run(db *sql.DB, query string) error {
	// ok: injection/sql-string-build-go
	_, err := db.Exec(query)
	return err
}

func All(db *sql.DB, limit int) (*sql.Rows, error) {
	// ok: injection/sql-string-build-go
	return db.Query(fmt.Sprintf("SELECT * FROM %s LIMIT %d", table, limit))
}

func Placeholders(db *sql.DB, email string, ids []int) (*sql.Rows, error) {
	marks := strings.TrimRight(strings.Repeat("?,", len(ids)), ",")
	// ok: injection/sql-string-build-go
	return db.Query("SELECT * FROM users WHERE email = ? AND id IN ("+marks+")", email, ids)
}

func conditions(c *gin.Context, db *gorm.DB) {
	name := c.Query("name")
	// ruleid: injection/sql-string-build-go
	db.Where("name LIKE '%" + name + "%'").Find(&users)
	// ruleid: injection/sql-string-build-go
	db.Where(fmt.Sprintf("email = '%s'", name)).First(&user)
	// ok: injection/sql-string-build-go
	db.Where("name LIKE ?", "%"+name+"%").Find(&users)
	// ok: injection/sql-string-build-go
	db.Where(&User{Name: name}).Find(&users)
}

func written(db *sql.DB, r *http.Request) (*sql.Rows, error) {
	var text strings.Builder
	text.WriteString("SELECT * FROM users WHERE name = '")
	text.WriteString(r.FormValue("name"))
	text.WriteString("'")
	// ruleid: injection/sql-string-build-go
	return db.Query(text.String())
}

func printed(db *sql.DB, r *http.Request) (*sql.Rows, error) {
	text := &strings.Builder{}
	fmt.Fprintf(text, "SELECT * FROM users WHERE name = '%s'", r.FormValue("name"))
	// ruleid: injection/sql-string-build-go
	return db.Query(text.String())
}

func writtenBound(db *sql.DB, r *http.Request) (*sql.Rows, error) {
	var text strings.Builder
	text.WriteString("SELECT * FROM users WHERE 1 = 1")
	values := []any{}
	if name := r.FormValue("name"); name != "" {
		text.WriteString(" AND name = ?")
		values = append(values, name)
	}
	// ok: injection/sql-string-build-go
	return db.Query(text.String(), values...)
}

func writtenAnswer(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintf(w, "Select %s", r.FormValue("name"))
	// ok: injection/sql-string-build-go
	rows, err := db.Query("SELECT * FROM users")
}
