package main

import (
	"database/sql"
	"encoding/json"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/golang-jwt/jwt/v5"
	"gorm.io/gorm"
)

type API struct {
	db *gorm.DB
}

func AuthRequired() gin.HandlerFunc {
	return func(c *gin.Context) {
		if _, err := jwt.Parse(c.GetHeader("Authorization"), keyFor); err != nil {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		c.Next()
	}
}

func (a *API) deleteItem(c *gin.Context) {
	a.db.Delete(&Item{}, c.Param("id"))
	c.Status(http.StatusNoContent)
}

func (a *API) listItems(c *gin.Context) {
	var items []Item
	a.db.Find(&items)
	c.JSON(http.StatusOK, items)
}

func (a *API) createItem(c *gin.Context) {
	var item Item
	if err := c.ShouldBindJSON(&item); err != nil {
		c.JSON(http.StatusBadRequest, gin.H{"error": err.Error()})
		return
	}
	a.db.Create(&item)
	c.JSON(http.StatusCreated, item)
}

func (a *API) ginRoutes() *gin.Engine {
	r := gin.Default()
	r.Use(gin.Logger(), cors.Default())

	// ok: auth/go-handler-unauthenticated
	r.GET("/items", a.listItems)
	// ok: auth/go-handler-unauthenticated
	r.POST("/login", a.createItem)
	// ruleid: auth/go-handler-unauthenticated
	r.POST("/items", a.createItem)
	// ruleid: auth/go-handler-unauthenticated
	r.DELETE("/items/:id", a.deleteItem)
	// ok: auth/go-handler-unauthenticated
	r.DELETE("/admin/items/:id", AuthRequired(), a.deleteItem)

	authorized := r.Group("/v1", AuthRequired())
	{
		// ok: auth/go-handler-unauthenticated
		authorized.POST("/items", a.createItem)
	}

	account := r.Group("/v2")
	account.Use(AuthRequired())
	// ok: auth/go-handler-unauthenticated
	account.DELETE("/items/:id", a.deleteItem)

	open := r.Group("/v3")
	// ruleid: auth/go-handler-unauthenticated
	open.PUT("/items/:id", func(c *gin.Context) {
		a.db.Save(&Item{Name: c.PostForm("name")})
		c.Status(http.StatusNoContent)
	})
	return r
}

func requireAuth(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") == "" {
			http.Error(w, "unauthorized", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

type Shop struct {
	db *sql.DB
}

func (s *Shop) updatePrice(w http.ResponseWriter, r *http.Request) {
	if _, err := s.db.Exec("UPDATE items SET price = $1 WHERE id = $2", r.FormValue("price"), r.PathValue("id")); err != nil {
		http.Error(w, "failed", http.StatusInternalServerError)
	}
}

func (s *Shop) chiRoutes() http.Handler {
	r := chi.NewRouter()
	// ok: auth/go-handler-unauthenticated
	r.Get("/health", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusOK) })
	r.Group(func(r chi.Router) {
		r.Use(requireAuth)
		// ok: auth/go-handler-unauthenticated
		r.Put("/items/{id}", s.updatePrice)
	})
	// ok: auth/go-handler-unauthenticated
	r.With(requireAuth).Put("/prices/{id}", s.updatePrice)
	r.Route("/stock", func(r chi.Router) {
		// ruleid: auth/go-handler-unauthenticated
		r.Put("/{id}", s.updatePrice)
	})
	return r
}

func (s *Shop) serve() {
	mux := http.NewServeMux()
	// ok: auth/go-handler-unauthenticated
	mux.Handle("PUT /items/{id}", requireAuth(http.HandlerFunc(s.updatePrice)))
	// ruleid: auth/go-handler-unauthenticated
	mux.HandleFunc("PUT /prices/{id}", s.updatePrice)
	// ok: auth/go-handler-unauthenticated
	mux.HandleFunc("POST /echo", func(w http.ResponseWriter, r *http.Request) {
		r.ParseForm()
		json.NewEncoder(w).Encode(r.Form)
	})
	// ok: auth/go-handler-unauthenticated
	mux.HandleFunc("PUT /stock/{id}", func(w http.ResponseWriter, r *http.Request) {
		user, ok := r.Context().Value(userKey).(*User)
		if !ok || !user.Admin {
			http.Error(w, "forbidden", http.StatusForbidden)
			return
		}
		s.updatePrice(w, r)
	})
	http.ListenAndServe(":8080", mux)

	inner := http.NewServeMux()
	// ok: auth/go-handler-unauthenticated
	inner.HandleFunc("PUT /prices/{id}", s.updatePrice)
	http.ListenAndServe(":8081", requireAuth(inner))
}

func (s *Shop) plain() {
	// ruleid: auth/go-handler-unauthenticated
	http.HandleFunc("/admin/prices", s.updatePrice)
	// ok: auth/go-handler-unauthenticated
	http.HandleFunc("/about", func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("about")) })
	http.ListenAndServe(":8082", nil)
}
