import java.io.*;
import freemarker.template.*;
import org.apache.velocity.app.Velocity;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.*;

@RestController
class Pages {
  @GetMapping("/velocity")
  String velocity(@RequestParam String name) {
    StringWriter out = new StringWriter();
    // ruleid: injection/template-ssti-java
    Velocity.evaluate(context, out, "hello", "Hello " + name);
    return out.toString();
  }

  @GetMapping("/freemarker")
  void freemarker(@RequestParam String template) throws Exception {
    // ruleid: injection/template-ssti-java
    Template t = new Template("t", new StringReader(template), cfg);
  }

  @GetMapping("/spel")
  Object spel(@RequestParam String expression) {
    // ruleid: injection/template-ssti-java
    return new SpelExpressionParser().parseExpression(expression).getValue();
  }

  @GetMapping("/safe")
  String safe(@RequestParam String name) {
    StringWriter out = new StringWriter();
    context.put("name", name);
    // ok: injection/template-ssti-java
    Velocity.evaluate(context, out, "hello", "Hello $name");
    return out.toString();
  }

  @GetMapping("/constant")
  Object constant(@RequestParam String name) {
    // ok: injection/template-ssti-java
    return new SpelExpressionParser().parseExpression("name.length()").getValue(name);
  }

  @GetMapping("/text")
  String text(@RequestParam String name) {
    // ok: injection/template-ssti-java
    return "Hello " + name.length();
  }
}

@Controller
class Views {
  @GetMapping("/page")
  String page(@RequestParam String lang) {
    // ruleid: injection/template-ssti-java
    return "user/" + lang + "/welcome";
  }

  @GetMapping("/fixed")
  String fixed(@RequestParam String lang) {
    // ok: injection/template-ssti-java
    return "user/welcome";
  }
}
