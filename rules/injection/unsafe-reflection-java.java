import org.springframework.web.bind.annotation.*;

@RestController
class Plugins {
  @GetMapping("/run")
  Object run(@RequestParam String type) throws Exception {
    // ruleid: injection/unsafe-reflection-java
    return Class.forName(type).newInstance();
  }
  @GetMapping("/call")
  Object call(@RequestParam String method) throws Exception {
    // ruleid: injection/unsafe-reflection-java
    return service.getClass().getMethod(method).invoke(service);
  }
  @GetMapping("/jndi")
  Object jndi(@RequestParam String name) throws Exception {
    // ruleid: injection/unsafe-reflection-java
    return context.lookup("ldap://" + name);
  }
  @GetMapping("/fixed")
  Object fixed(@RequestParam String type) throws Exception {
    // ok: injection/unsafe-reflection-java
    return HANDLERS.get(type).run();
  }
  @GetMapping("/listed")
  Object listed(@RequestParam String type) throws Exception {
    if (!ALLOWED.contains(type)) throw new IllegalArgumentException();
    // ok: injection/unsafe-reflection-java
    return Class.forName(type).newInstance();
  }
  @GetMapping("/constant")
  Object constant(@RequestParam String type) throws Exception {
    // ok: injection/unsafe-reflection-java
    return Class.forName("com.example.Default").getMethod("run").invoke(null, type);
  }
}
