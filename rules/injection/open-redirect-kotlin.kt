package com.example.leave

import io.ktor.server.application.*
import io.ktor.server.response.*
import javax.servlet.http.HttpServletRequest
import javax.servlet.http.HttpServletResponse
import org.springframework.stereotype.Controller
import org.springframework.web.bind.annotation.*

@Controller
class LeaveController {
    @GetMapping("/leave")
    fun leave(@RequestParam next: String): String {
        // ruleid: injection/open-redirect-kotlin
        return "redirect:$next"
    }

    @GetMapping("/joined")
    fun joined(@RequestParam next: String): String {
        // ruleid: injection/open-redirect-kotlin
        return "redirect:" + next
    }

    @GetMapping("/sent")
    fun sent(request: HttpServletRequest, response: HttpServletResponse) {
        // ruleid: injection/open-redirect-kotlin
        response.sendRedirect(request.getParameter("next"))
    }

    @GetMapping("/own")
    fun own(@RequestParam id: String): String {
        // ok: injection/open-redirect-kotlin
        return "redirect:/users/$id"
    }

    @GetMapping("/checked")
    fun checked(@RequestParam next: String): String {
        if (next !in ALLOWED_PAGES) return "redirect:/"
        // ok: injection/open-redirect-kotlin
        return "redirect:$next"
    }
}

fun Route.leave() {
    get("/out") {
        // ruleid: injection/open-redirect-kotlin
        call.respondRedirect(call.request.queryParameters["next"] ?: "/")
    }
    get("/home") {
        // ok: injection/open-redirect-kotlin
        call.respondRedirect("/home")
    }
}
