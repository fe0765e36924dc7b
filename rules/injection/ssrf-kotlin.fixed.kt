package com.example.fetch

import org.springframework.security.access.prepost.PreAuthorize
import org.springframework.web.bind.annotation.*
import org.springframework.web.client.RestTemplate

@RestController
@PreAuthorize("isAuthenticated()")
class FetchController(private val rest: RestTemplate) {
    private val partners = mapOf("shop" to "https://shop.example.com/status", "bank" to "https://bank.example.com/status")

    @GetMapping("/fetch")
    fun fetch(@RequestParam partner: String): String? = partners[partner]?.let { rest.getForObject(it, String::class.java) }
}
