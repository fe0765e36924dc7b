package main

import (
	"database/sql"
	"net/http"

	"github.com/gin-gonic/gin"
	"gorm.io/gorm"
)

type API struct {
	db  *gorm.DB
	sql *sql.DB
}

func (a *API) routes() {
	r := gin.Default()
	authorized := r.Group("/api", AuthRequired())
	authorized.GET("/invoices/:id", a.showInvoice)
	authorized.DELETE("/notes/:id", a.deleteNote)
}

func (a *API) showInvoice(c *gin.Context) {
	var total int
	row := a.sql.QueryRowContext(c, "SELECT total FROM invoices WHERE id = $1 AND user_id = $2", c.Param("id"), c.GetUint("userID"))
	if err := row.Scan(&total); err != nil {
		c.AbortWithStatus(http.StatusNotFound)
		return
	}
	c.JSON(http.StatusOK, gin.H{"total": total})
}

func (a *API) deleteNote(c *gin.Context) {
	done := a.db.Where("id = ? AND user_id = ?", c.Param("id"), c.GetUint("userID")).Delete(&Note{})
	if done.Error != nil || done.RowsAffected == 0 {
		c.AbortWithStatus(http.StatusNotFound)
		return
	}
	c.Status(http.StatusNoContent)
}
