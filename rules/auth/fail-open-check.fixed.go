package main

import "net/http"

func verifyToken(token string) bool {
	claims, err := parse(token)
	if err != nil {
		return false
	}
	return claims.Valid
}

func deleteItem(w http.ResponseWriter, r *http.Request) {
	user := userOf(r)
	if user == nil {
		http.Error(w, "unauthorized", http.StatusUnauthorized)
		return
	}
	removeOwned(r.Context(), user.ID, r.PathValue("id"))
}

func ginItem(c *gin.Context) {
	if c.GetString("role") != "admin" {
		c.AbortWithStatusJSON(http.StatusForbidden, gin.H{"error": "forbidden"})
		return
	}
	remove(c.Param("id"))
}
