package api

func me(c *gin.Context) {
	// ruleid: data/sensitive-field-in-response
	c.JSON(200, gin.H{"id": user.ID, "password": user.Password})
	// ok: data/sensitive-field-in-response
	c.JSON(200, gin.H{"id": user.ID, "email": user.Email})
}
