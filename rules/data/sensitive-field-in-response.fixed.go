package api

import "github.com/gin-gonic/gin"

func me(c *gin.Context) {
	user := c.MustGet("user").(*User)
	c.JSON(200, gin.H{"id": user.ID, "email": user.Email})
}
