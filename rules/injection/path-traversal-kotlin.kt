package com.example.files

import io.ktor.server.application.*
import java.io.File
import java.nio.file.*
import org.springframework.web.bind.annotation.*

@RestController
class FileController {
    private val folder = File("/srv/files")

    @GetMapping("/read")
    fun read(@RequestParam name: String): String {
        // ruleid: injection/path-traversal-kotlin
        return File("/srv/files/$name").readText()
    }

    @DeleteMapping("/files/{name}")
    fun delete(@PathVariable name: String) {
        val file = File(folder, name)
        // ruleid: injection/path-traversal-kotlin
        file.delete()
    }

    @GetMapping("/bytes")
    fun bytes(@RequestParam name: String): ByteArray {
        // ruleid: injection/path-traversal-kotlin
        return Files.readAllBytes(Paths.get("/srv/files", name))
    }

    @GetMapping("/last")
    fun last(@RequestParam name: String): String {
        // ok: injection/path-traversal-kotlin
        return File(folder, File(name).name).readText()
    }

    @GetMapping("/checked")
    fun checked(@RequestParam name: String): String {
        val file = File(folder, name).canonicalFile
        if (!file.startsWith(folder.canonicalFile)) throw IllegalArgumentException("name")
        // ok: injection/path-traversal-kotlin
        return file.readText()
    }

    @GetMapping("/number")
    fun number(@RequestParam number: Int): String {
        // ok: injection/path-traversal-kotlin
        return File("/srv/files/$number.txt").readText()
    }
}

fun Route.files() {
    get("/download") {
        val name = call.request.queryParameters["name"]
        // ruleid: injection/path-traversal-kotlin
        call.respondFile(File("/srv/files/$name"))
    }
    get("/own") {
        // ok: injection/path-traversal-kotlin
        call.respondFile(File("/srv/files/terms.pdf"))
    }
}

class ShareActivity : Activity() {
    override fun onCreate(state: Bundle?) {
        val name = intent.getStringExtra("name")
        // ruleid: injection/path-traversal-kotlin
        val text = File(filesDir, name).readText()
    }
}
