package com.example.script

import org.springframework.security.access.prepost.PreAuthorize
import org.springframework.web.bind.annotation.*

@RestController
@PreAuthorize("isAuthenticated()")
class ScriptController {
    private val operations = mapOf("add" to { a: Double, b: Double -> a + b }, "multiply" to { a: Double, b: Double -> a * b })

    @PostMapping("/run")
    fun run(@RequestParam operation: String, @RequestParam a: Double, @RequestParam b: Double): Double =
        operations.getValue(operation)(a, b)
}
