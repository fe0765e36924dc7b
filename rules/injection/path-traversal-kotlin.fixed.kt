package com.example.files

import java.io.File
import org.springframework.security.access.prepost.PreAuthorize
import org.springframework.web.bind.annotation.*

@RestController
@PreAuthorize("isAuthenticated()")
class FileController {
    private val folder = File("/srv/files")

    @GetMapping("/read")
    fun read(@RequestParam name: String): String = File(folder, File(name).name).readText()
}
