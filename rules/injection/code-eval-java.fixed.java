package com.example.script;

import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.SimpleEvaluationContext;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.server.ResponseStatusException;

@RestController
@PreAuthorize("isAuthenticated()")
class ScriptController {
  private static final Map<String, DoubleBinaryOperator> OPERATIONS =
      Map.of("add", (a, b) -> a + b, "multiply", (a, b) -> a * b);
  private static final Map<String, String> REPORTS = Map.of("total", "price * quantity", "label", "name.toUpperCase()");

  @PostMapping("/run")
  public double run(@RequestParam String operation, @RequestParam double a, @RequestParam double b) {
    DoubleBinaryOperator chosen = OPERATIONS.get(operation);
    if (chosen == null) throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    return chosen.applyAsDouble(a, b);
  }

  @GetMapping("/report")
  public Object report(@RequestParam String name, @RequestParam long quantity) {
    String expression = REPORTS.get(name);
    if (expression == null) throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    SimpleEvaluationContext context = SimpleEvaluationContext.forReadOnlyDataBinding().build();
    return new SpelExpressionParser().parseExpression(expression).getValue(context, new Line(name, quantity));
  }
}
