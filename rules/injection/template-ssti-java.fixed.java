import java.io.StringWriter;
import org.apache.velocity.app.Velocity;
import org.springframework.web.bind.annotation.*;

@RestController
class Pages {
  @GetMapping(value = "/hello", produces = "text/plain")
  String hello(@RequestParam String name) {
    StringWriter out = new StringWriter();
    context.put("name", name);
    Velocity.evaluate(context, out, "hello", "Hello $name");
    return out.toString();
  }
}
