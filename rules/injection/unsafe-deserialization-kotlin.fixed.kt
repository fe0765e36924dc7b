package com.example.read

import kotlinx.serialization.json.Json
import org.springframework.security.access.prepost.PreAuthorize
import org.springframework.web.bind.annotation.*

@RestController
@PreAuthorize("isAuthenticated()")
class ReadController {
    @PostMapping("/order")
    fun order(@RequestBody text: String): Order = Json.decodeFromString<Order>(text)
}
