package com.example.tools

import io.ktor.server.application.*
import io.ktor.server.routing.*
import org.springframework.web.bind.annotation.*

@RestController
class ToolController {
    @GetMapping("/ping")
    fun ping(@RequestParam host: String): String {
        // ruleid: injection/os-command-string-kotlin
        val process = Runtime.getRuntime().exec("ping -c 1 $host")
        return process.inputStream.reader().readText()
    }

    @PostMapping("/convert")
    fun convert(@RequestBody body: ConvertRequest): Int {
        val line = "convert " + body.file + " out.png"
        // ruleid: injection/os-command-string-kotlin
        return ProcessBuilder("sh", "-c", line).start().waitFor()
    }

    @GetMapping("/words")
    fun words(@RequestParam("command") command: String) {
        // ruleid: injection/os-command-string-kotlin
        ProcessBuilder(command.split(" ")).start()
    }

    @GetMapping("/fine")
    fun fine(@RequestParam host: String) {
        // ok: injection/os-command-string-kotlin
        ProcessBuilder("ping", "-c", "1", host).start()
    }

    @GetMapping("/count")
    fun count(@RequestParam count: Int) {
        // ok: injection/os-command-string-kotlin
        Runtime.getRuntime().exec("ping -c $count localhost")
    }
}

fun archive(folder: String) {
    // ruleid: injection/os-command-string-kotlin
    ProcessBuilder(listOf("bash", "-c", "tar czf backup.tgz $folder")).start()
}

fun Route.tools() {
    get("/lookup/{domain}") {
        val domain = call.parameters["domain"]
        // ruleid: injection/os-command-string-kotlin
        java.lang.Runtime.getRuntime().exec(arrayOf("sh", "-c", "nslookup $domain"))
    }
    get("/fixed") {
        // ok: injection/os-command-string-kotlin
        Runtime.getRuntime().exec("uptime")
    }
    get("/known") {
        val program = KNOWN_PROGRAMS.getValue(call.parameters["name"])
        // ok: injection/os-command-string-kotlin
        Runtime.getRuntime().exec(program)
    }
}
