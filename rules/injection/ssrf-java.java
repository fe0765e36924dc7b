package com.example.preview;

import java.net.*;
import java.net.http.*;
import org.springframework.web.bind.annotation.*;

@RestController
class PreviewController {
  private static final Set<String> ALLOWED_HOSTS = Set.of("api.example.com");
  private final RestTemplate restTemplate = new RestTemplate();

  @GetMapping("/preview")
  public String preview(@RequestParam String url) {
    // ruleid: injection/ssrf-java
    return restTemplate.getForObject(url, String.class);
  }

  @GetMapping("/image")
  public byte[] image(@RequestParam("src") String src) throws Exception {
    // ruleid: injection/ssrf-java
    return new URL(src).openStream().readAllBytes();
  }

  @GetMapping("/title")
  public String title(@RequestParam String url) throws Exception {
    // ruleid: injection/ssrf-java
    return Jsoup.connect(url).get().title();
  }

  @PostMapping("/webhook/test")
  public String webhook(@RequestBody WebhookRequest body) throws Exception {
    // ruleid: injection/ssrf-java
    HttpRequest request = HttpRequest.newBuilder().uri(URI.create(body.getUrl())).GET().build();
    return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {
    URL target = new URL(request.getParameter("target"));
    // ruleid: injection/ssrf-java
    URLConnection connection = target.openConnection();
  }

  @GetMapping("/host")
  public Mono<String> host(@RequestParam String host) {
    // ruleid: injection/ssrf-java
    return webClient.get().uri("https://" + host + "/status").retrieve().bodyToMono(String.class);
  }

  @GetMapping("/fine/user")
  public String user(@RequestParam String name) {
    // ok: injection/ssrf-java
    return restTemplate.getForObject("https://api.example.com/users/" + name, String.class);
  }

  @GetMapping("/fine/template")
  public String template(@RequestParam String name) {
    // ok: injection/ssrf-java
    return restTemplate.getForObject("https://api.example.com/users/{name}", String.class, name);
  }

  @GetMapping("/fine/listed")
  public String listed(@RequestParam String url) {
    URI uri = URI.create(url);
    if (!ALLOWED_HOSTS.contains(uri.getHost())) {
      throw new IllegalArgumentException("host");
    }
    // ok: injection/ssrf-java
    return restTemplate.getForObject(uri, String.class);
  }

  @GetMapping("/fine/base")
  public String base(@RequestParam String id) {
    // ok: injection/ssrf-java
    return restTemplate.getForObject(baseUrl + "/items/" + id, String.class);
  }

  public String fetch(String url) {
    // ok: injection/ssrf-java
    return restTemplate.getForObject(url, String.class);
  }

  @GetMapping("/fine/number/{id}")
  public String number(@PathVariable long id) {
    // ok: injection/ssrf-java
    return restTemplate.getForObject(endpoint + id, String.class);
  }
}
