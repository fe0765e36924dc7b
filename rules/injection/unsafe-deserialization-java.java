package com.example.session;

import java.io.*;
import java.util.Base64;
import org.springframework.web.bind.annotation.*;

@RestController
class SessionController {
  @PostMapping("/session")
  public Object load(@RequestBody byte[] body) throws Exception {
    ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(body));
    // ruleid: injection/unsafe-deserialization-java
    return in.readObject();
  }

  @GetMapping("/cart")
  public Cart cart(@CookieValue("cart") String cart) throws Exception {
    byte[] bytes = Base64.getDecoder().decode(cart);
    // ruleid: injection/unsafe-deserialization-java
    return (Cart) new ObjectInputStream(new ByteArrayInputStream(bytes)).readObject();
  }

  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {
    try (ObjectInputStream in = new ObjectInputStream(request.getInputStream())) {
      // ruleid: injection/unsafe-deserialization-java
      Job job = (Job) in.readObject();
      queue.add(job);
    }
  }

  @PostMapping("/yaml")
  public Object yaml(@RequestBody String text) {
    Yaml yaml = new Yaml();
    // ruleid: injection/unsafe-deserialization-java
    return yaml.load(text);
  }

  @PostMapping("/xml")
  public Object xml(@RequestBody String text) {
    XStream xstream = new XStream();
    // ruleid: injection/unsafe-deserialization-java
    return xstream.fromXML(text);
  }

  static Object fromBytes(byte[] data) {
    // ruleid: injection/unsafe-deserialization-java
    return SerializationUtils.deserialize(data);
  }

  void serve(Socket socket) throws Exception {
    ObjectInputStream in = new ObjectInputStream(socket.getInputStream());
    // ruleid: injection/unsafe-deserialization-java
    handle(in.readObject());
  }

  @PostMapping("/fine/json")
  public Order json(@RequestBody String text) throws Exception {
    // ok: injection/unsafe-deserialization-java
    return new ObjectMapper().readValue(text, Order.class);
  }

  @PostMapping("/fine/yaml")
  public Object safe(@RequestBody String text) {
    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    // ok: injection/unsafe-deserialization-java
    return yaml.load(text);
  }

  Object filtered(byte[] data) throws Exception {
    ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(data));
    in.setObjectInputFilter(ObjectInputFilter.Config.createFilter("com.example.*;!*"));
    // ok: injection/unsafe-deserialization-java
    return in.readObject();
  }

  private void readObject(ObjectInputStream in) throws Exception {
    in.defaultReadObject();
    // ok: injection/unsafe-deserialization-java
    this.size = (Integer) in.readObject();
  }

  Object copy() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ObjectOutputStream(out).writeObject(this);
    // ok: injection/unsafe-deserialization-java
    return new ObjectInputStream(new ByteArrayInputStream(out.toByteArray())).readObject();
  }

  Object settings() throws Exception {
    // ok: injection/unsafe-deserialization-java
    return new Yaml().load(getClass().getResourceAsStream("/settings.yaml"));
  }

  Order validated(byte[] data) throws Exception {
    ValidatingObjectInputStream in = new ValidatingObjectInputStream(new ByteArrayInputStream(data));
    // ok: injection/unsafe-deserialization-java
    return (Order) in.readObject();
  }
}
