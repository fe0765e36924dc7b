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
	authorized.GET("/orders/:id", a.showOrder)
	authorized.GET("/orders/:id/lines", a.orderLines)
	authorized.DELETE("/notes/:id", a.deleteNote)
	authorized.PUT("/notes/:id", a.updateNote)
	authorized.GET("/invoices/:id", a.showInvoice)
	authorized.GET("/invoices/:id/pdf", a.invoicePDF)
	authorized.GET("/products/:id", a.showProduct)
	authorized.GET("/bookings/:id", a.showBooking)
	authorized.PUT("/bookings/:id", a.cancelBooking)
	authorized.PUT("/invoices/:id/note", a.noteInvoice)
	r.DELETE("/receipts/:id", RequireAdmin(), a.deleteReceipt)
}

func (a *API) showOrder(c *gin.Context) {
	var order Order
	// ok: auth/idor-unscoped-lookup
	if err := a.db.First(&order, c.Param("id")).Error; err != nil {
		c.AbortWithStatus(http.StatusNotFound)
		return
	}
	c.JSON(http.StatusOK, order)
}

func (a *API) orderLines(c *gin.Context) {
	var order Order
	userID := c.GetUint("userID")
	// ok: auth/idor-unscoped-lookup
	if err := a.db.Where("id = ? AND user_id = ?", c.Param("id"), userID).First(&order).Error; err != nil {
		c.AbortWithStatus(http.StatusNotFound)
		return
	}
	c.JSON(http.StatusOK, order.Lines)
}

func (a *API) deleteNote(c *gin.Context) {
	id := c.Param("id")
	// ruleid: auth/idor-unscoped-lookup
	a.db.Delete(&Note{}, id)
	c.Status(http.StatusNoContent)
}

func (a *API) updateNote(c *gin.Context) {
	var note Note
	// ok: auth/idor-unscoped-lookup
	a.db.First(&note, c.Param("id"))
	if note.UserID != c.GetUint("userID") {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	a.db.Save(&note)
}

func (a *API) showInvoice(c *gin.Context) {
	var invoice Invoice
	// ruleid: auth/idor-unscoped-lookup
	row := a.sql.QueryRow("SELECT id, total FROM invoices WHERE id = $1", c.Param("id"))
	row.Scan(&invoice.ID, &invoice.Total)
	c.JSON(http.StatusOK, invoice)
}

func (a *API) invoicePDF(c *gin.Context) {
	// ok: auth/idor-unscoped-lookup
	row := a.sql.QueryRow("SELECT pdf FROM invoices WHERE id = $1 AND user_id = $2", c.Param("id"), c.GetUint("userID"))
	var pdf []byte
	row.Scan(&pdf)
	c.Data(http.StatusOK, "application/pdf", pdf)
}

func (a *API) showProduct(c *gin.Context) {
	var product Product
	// ok: auth/idor-unscoped-lookup
	a.db.First(&product, c.Param("id"))
	c.JSON(http.StatusOK, product)
}

func (a *API) showBooking(c *gin.Context) {
	var booking Booking
	// ok: auth/idor-unscoped-lookup
	a.db.Where("id = ?", c.Param("id")).First(&booking)
	c.JSON(http.StatusOK, booking)
}

func (a *API) cancelBooking(c *gin.Context) {
	var booking Booking
	// ok: auth/idor-unscoped-lookup
	a.db.First(&booking, c.Param("id"))
	if !a.policy.CanCancel(c.MustGet("user").(*User), &booking) {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	a.db.Delete(&booking)
}

func (a *API) deleteReceipt(c *gin.Context) {
	// ok: auth/idor-unscoped-lookup
	a.db.Delete(&Receipt{}, c.Param("id"))
}

func (a *API) noteInvoice(c *gin.Context) {
	var invoice Invoice
	// ruleid: auth/idor-unscoped-lookup
	a.db.First(&invoice, c.Param("id"))
	invoice.Note = c.PostForm("note")
	a.db.Save(&invoice)
	c.JSON(http.StatusOK, invoice)
}
