package com.example.script

import io.ktor.server.application.*
import javax.script.ScriptEngineManager
import org.springframework.expression.spel.standard.SpelExpressionParser
import org.springframework.web.bind.annotation.*

@RestController
class ScriptController {
    @PostMapping("/run")
    fun run(@RequestBody code: String): Any {
        // ruleid: injection/code-eval-kotlin
        return ScriptEngineManager().getEngineByName("js").eval(code)
    }

    @PostMapping("/kts")
    fun kts(@RequestParam code: String): Any {
        val engine = ScriptEngineManager().getEngineByExtension("kts")
        // ruleid: injection/code-eval-kotlin
        return engine.eval("run { $code }")
    }

    @GetMapping("/spel")
    fun spel(@RequestParam expression: String): Any? {
        // ruleid: injection/code-eval-kotlin
        return SpelExpressionParser().parseExpression(expression).value
    }

    @GetMapping("/fixed")
    fun fixed(@RequestParam expression: String): Any? {
        // ok: injection/code-eval-kotlin
        return SpelExpressionParser().parseExpression("price * quantity").value
    }

    @GetMapping("/known")
    fun known(@RequestParam name: String): Any? {
        // ok: injection/code-eval-kotlin
        return SpelExpressionParser().parseExpression(KNOWN_REPORTS.getValue(name)).value
    }
}

class PageActivity : Activity() {
    override fun onCreate(state: Bundle?) {
        // ruleid: injection/code-eval-kotlin
        webView.evaluateJavascript("show('${intent.getStringExtra("name")}')", null)
        // ok: injection/code-eval-kotlin
        webView.evaluateJavascript("reload()", null)
    }
}
