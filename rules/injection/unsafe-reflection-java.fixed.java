import java.util.Map;
import java.util.function.Supplier;
import org.springframework.web.bind.annotation.*;

@RestController
class Plugins {
  private static final Map<String, Supplier<Object>> HANDLERS = Map.of("csv", CsvReport::new);

  @GetMapping("/run")
  Object run(@RequestParam String type) {
    return HANDLERS.get(type).get();
  }
}
