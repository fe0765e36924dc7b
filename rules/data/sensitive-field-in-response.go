package api

func me(c *gin.Context) {
	// ruleid: data/sensitive-field-in-response
	c.JSON(200, gin.H{"id": user.ID, "password": user.Password})
	// ok: data/sensitive-field-in-response
	c.JSON(200, gin.H{"id": user.ID, "email": user.Email})
}

func account(c *gin.Context) {
	// ruleid: data/sensitive-field-in-response
	c.JSON(200, gin.H{"id": user.ID, "hash": user.PasswordHash})
	// ok: data/sensitive-field-in-response
	c.JSON(200, gin.H{"id": user.ID, "passwordChangedAt": user.PasswordChangedAt})
}

func plain(w http.ResponseWriter) {
	// ruleid: data/sensitive-field-in-response
	json.NewEncoder(w).Encode(map[string]any{"id": user.ID, "password": user.Password})
	// ok: data/sensitive-field-in-response
	json.NewEncoder(w).Encode(map[string]any{"id": user.ID, "email": user.Email})
}
