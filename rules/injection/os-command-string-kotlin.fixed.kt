package com.example.tools

import org.springframework.security.access.prepost.PreAuthorize
import org.springframework.web.bind.annotation.*

@RestController
@PreAuthorize("isAuthenticated()")
class ToolController {
    @GetMapping("/ping")
    fun ping(@RequestParam host: String): String {
        val process = ProcessBuilder("ping", "-c", "1", "--", host).start()
        return process.inputStream.reader().readText()
    }
}
