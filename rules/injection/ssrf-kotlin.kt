package com.example.fetch

import io.ktor.client.*
import io.ktor.client.request.*
import io.ktor.server.application.*
import java.net.*
import org.springframework.web.bind.annotation.*

@RestController
class FetchController(private val rest: RestTemplate) {
    @GetMapping("/fetch")
    fun fetch(@RequestParam url: String): String {
        // ruleid: injection/ssrf-kotlin
        return URL(url).readText()
    }

    @PostMapping("/hook")
    fun hook(@RequestBody body: HookRequest): String? {
        // ruleid: injection/ssrf-kotlin
        return rest.getForObject(body.url, String::class.java)
    }

    @GetMapping("/host")
    fun host(@RequestParam host: String): String? {
        // ruleid: injection/ssrf-kotlin
        return rest.getForObject("https://$host/status", String::class.java)
    }

    @GetMapping("/fine")
    fun fine(@RequestParam id: String): String? {
        // ok: injection/ssrf-kotlin
        return rest.getForObject("https://api.example.com/users/$id", String::class.java)
    }

    @GetMapping("/checked")
    fun checked(@RequestParam url: String): String {
        val uri = URI.create(url)
        if (uri.host !in ALLOWED_HOSTS) throw IllegalArgumentException("host")
        // ok: injection/ssrf-kotlin
        return uri.toURL().readText()
    }
}

fun Route.proxy(client: HttpClient) {
    get("/proxy") {
        val target = call.request.queryParameters["target"]!!
        // ruleid: injection/ssrf-kotlin
        client.get(target)
    }
    get("/own") {
        // ok: injection/ssrf-kotlin
        client.get("https://api.example.com/status")
    }
}
