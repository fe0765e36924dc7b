package com.example.script;

import javax.script.*;
import org.springframework.web.bind.annotation.*;

@RestController
class ScriptController {
  @PostMapping("/run")
  public Object run(@RequestBody String code) throws Exception {
    ScriptEngine engine = new ScriptEngineManager().getEngineByName("js");
    // ruleid: injection/code-eval-java
    return engine.eval(code);
  }

  @GetMapping("/spel")
  public Object spel(@RequestParam String expression) {
    ExpressionParser parser = new SpelExpressionParser();
    // ruleid: injection/code-eval-java
    return parser.parseExpression(expression).getValue();
  }

  @PostMapping("/groovy")
  public Object groovy(@RequestBody ScriptRequest body) {
    GroovyShell shell = new GroovyShell();
    // ruleid: injection/code-eval-java
    return shell.evaluate(body.getSource());
  }

  @GetMapping("/mvel")
  public Object mvel(@RequestParam("rule") String rule) {
    // ruleid: injection/code-eval-java
    return MVEL.eval("x = " + rule);
  }

  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {
    // ruleid: injection/code-eval-java
    Ognl.getValue(request.getParameter("path"), root);
  }

  @GetMapping("/me")
  public Object me(@RequestParam String code) {
    // ruleid: injection/code-eval-java
    return Eval.me(code);
  }

  @GetMapping("/fine/table")
  public Object table(@RequestParam String name) {
    // ok: injection/code-eval-java
    return OPERATIONS.get(name).apply(1, 2);
  }

  @GetMapping("/fine/fixed")
  public Object fixed(@RequestParam String name) {
    // ok: injection/code-eval-java
    return new SpelExpressionParser().parseExpression("name.toUpperCase()").getValue(new User(name));
  }

  @GetMapping("/fine/number")
  public Object number(@RequestParam int n) throws Exception {
    ScriptEngine engine = new ScriptEngineManager().getEngineByName("js");
    // ok: injection/code-eval-java
    return engine.eval("1 + " + n);
  }

  @PostMapping("/fine/json")
  public Object json(@RequestBody String text) throws Exception {
    // ok: injection/code-eval-java
    return new ObjectMapper().readTree(text);
  }

  public Object configured(String expression) {
    // ok: injection/code-eval-java
    return new SpelExpressionParser().parseExpression(expression);
  }

  public Object constant() {
    // ok: injection/code-eval-java
    return MVEL.eval("1 + 1");
  }
}
