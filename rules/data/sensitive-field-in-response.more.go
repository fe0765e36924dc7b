package api

func more(c *gin.Context) {
	// ruleid: data/sensitive-field-in-response
	c.JSON(200, gin.H{"hash": user.PasswordHash})
	// ruleid: data/sensitive-field-in-response
	c.JSON(200, map[string]interface{}{"id": user.ID, "secret": user.TotpSecret})
	// ok: data/sensitive-field-in-response
	c.JSON(200, gin.H{"changed": user.PasswordChangedAt, "length": 12})
	// ok: data/sensitive-field-in-response
	c.JSON(200, gin.H{"password": "must be longer"})
}
