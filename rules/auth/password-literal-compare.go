package main

import "crypto/subtle"

func login(c *gin.Context) {
	password := c.PostForm("password")
	// ruleid: auth/password-literal-compare
	if c.PostForm("username") == "admin" && password == "sommer2024" {
		c.Status(200)
	}
	// ruleid: auth/password-literal-compare
	if req.Password != "letmein99" {
		c.Status(401)
	}
	// ruleid: auth/password-literal-compare
	if c.PostForm("password") == "hunter42" {
		c.Status(200)
	}
	// ruleid: auth/password-literal-compare
	if input.AdminKey == "k9-rex-77" {
		c.Status(200)
	}
	// ok: auth/password-literal-compare
	if password == "" {
		c.Status(400)
	}
	// ok: auth/password-literal-compare
	if req.GrantType == "password" {
		grant(c)
	}
	// ok: auth/password-literal-compare
	if subtle.ConstantTimeCompare([]byte(password), []byte(cfg.Password)) == 1 {
		c.Status(200)
	}
	// ok: auth/password-literal-compare
	if req.Password != req.ConfirmPassword {
		c.Status(400)
	}
	// ok: auth/password-literal-compare
	if passwordHashAlgo == "bcrypt" {
		c.Status(200)
	}
	// ok: auth/password-literal-compare
	if key == "password" {
		c.Status(200)
	}
}
