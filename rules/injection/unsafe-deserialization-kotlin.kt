package com.example.read

import java.io.ObjectInputStream
import io.ktor.server.application.*
import org.springframework.web.bind.annotation.*
import org.yaml.snakeyaml.Yaml

@RestController
class ReadController {
    @PostMapping("/order")
    fun order(request: HttpServletRequest): Any {
        // ruleid: injection/unsafe-deserialization-kotlin
        return ObjectInputStream(request.inputStream).readObject()
    }

    @PostMapping("/settings")
    fun settings(@RequestBody text: String): Any {
        // ruleid: injection/unsafe-deserialization-kotlin
        return Yaml().load(text)
    }

    @PostMapping("/xml")
    fun xml(@RequestBody text: String): Any {
        // ruleid: injection/unsafe-deserialization-kotlin
        return com.thoughtworks.xstream.XStream().fromXML(text)
    }

    @PostMapping("/json")
    fun json(@RequestBody text: String): Order {
        // ok: injection/unsafe-deserialization-kotlin
        return Json.decodeFromString<Order>(text)
    }

    @PostMapping("/safe")
    fun safe(@RequestBody text: String): Any {
        // ok: injection/unsafe-deserialization-kotlin
        return Yaml(SafeConstructor(LoaderOptions())).load(text)
    }

    fun own(): Any {
        // ok: injection/unsafe-deserialization-kotlin
        return ObjectInputStream(File("/srv/cache.bin").inputStream()).readObject()
    }
}

fun Route.read() {
    post("/session") {
        val stream = ObjectInputStream(call.receiveStream())
        // ruleid: injection/unsafe-deserialization-kotlin
        val session = stream.readObject()
    }
}
