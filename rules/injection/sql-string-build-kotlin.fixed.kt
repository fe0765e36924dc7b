package com.example.store

import org.springframework.jdbc.core.JdbcTemplate
import org.springframework.security.access.prepost.PreAuthorize
import org.springframework.web.bind.annotation.*

@RestController
@PreAuthorize("isAuthenticated()")
class UserController(private val jdbc: JdbcTemplate) {
    @GetMapping("/users")
    fun search(@RequestParam name: String): List<User> =
        jdbc.query("SELECT id, name FROM users WHERE name = ?", mapper, name)
}
