package main

import "net/http"

func verifyToken(token string) bool {
	_, err := parse(token)
	// ruleid: auth/fail-open-check
	if err != nil {
		log.Println(err)
		return true
	}
	return true
}

func isAdmin(user *User) bool {
	role, err := roleOf(user)
	// ok: auth/fail-open-check
	if err != nil {
		return false
	}
	return role == "admin"
}

func canAccessItem(user *User, id string) bool {
	item, err := find(id)
	// ruleid: auth/fail-open-check
	if err != nil {
		return true
	}
	return item.Owner == user.ID
}

func deleteItem(w http.ResponseWriter, r *http.Request) {
	// ruleid: auth/fail-open-check
	if userOf(r) == nil {
		http.Error(w, "unauthorized", http.StatusUnauthorized)
	}
	remove(r.PathValue("id"))
}

func updateItem(w http.ResponseWriter, r *http.Request) {
	// ok: auth/fail-open-check
	if userOf(r) == nil {
		http.Error(w, "unauthorized", http.StatusUnauthorized)
		return
	}
	update(r.PathValue("id"))
}

func ginItem(c *gin.Context) {
	// ruleid: auth/fail-open-check
	if c.GetString("role") != "admin" {
		c.JSON(http.StatusForbidden, gin.H{"error": "forbidden"})
	}
	remove(c.Param("id"))
}

func ginOther(c *gin.Context) {
	// ok: auth/fail-open-check
	if c.GetString("role") != "admin" {
		c.AbortWithStatusJSON(http.StatusForbidden, gin.H{"error": "forbidden"})
		return
	}
	// ok: auth/fail-open-check
	if c.Query("name") == "" {
		c.JSON(http.StatusBadRequest, gin.H{"error": "name"})
	}
	remove(c.Param("id"))
}

func ginLast(c *gin.Context) {
	// ok: auth/fail-open-check
	if c.GetString("role") != "admin" {
		c.JSON(http.StatusForbidden, gin.H{"error": "forbidden"})
	} else {
		remove(c.Param("id"))
	}
	log.Println("done")
}

func exists(path string) bool {
	_, err := os.Stat(path)
	// ok: auth/fail-open-check
	if err != nil {
		return true
	}
	return false
}
