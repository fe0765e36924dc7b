package com.example.session;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.*;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

@RestController
@PreAuthorize("isAuthenticated()")
class OrderController {
  private final ObjectMapper mapper = new ObjectMapper();

  @PostMapping("/orders/json")
  public Order json(@RequestBody String text) throws IOException {
    return mapper.readValue(text, Order.class);
  }

  @PostMapping("/orders/yaml")
  public Object yaml(@RequestBody String text) {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
  }

  Order restore(InputStream stream) throws IOException, ClassNotFoundException {
    ObjectInputStream in = new ObjectInputStream(stream);
    in.setObjectInputFilter(ObjectInputFilter.Config.createFilter("com.example.session.Order;java.base/*;!*"));
    return (Order) in.readObject();
  }
}
