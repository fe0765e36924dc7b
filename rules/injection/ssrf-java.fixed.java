package com.example.images;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.*;
import java.util.Set;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.*;

@RestController
class ImageController {
  private static final Set<String> ALLOWED_HOSTS = Set.of("images.example.com");
  private final HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  @GetMapping("/image")
  @PreAuthorize("isAuthenticated()")
  public byte[] image(@RequestParam String url) throws IOException, InterruptedException {
    URI uri = URI.create(url);
    if (!"https".equals(uri.getScheme()) || !ALLOWED_HOSTS.contains(uri.getHost())) {
      throw new IllegalArgumentException("host");
    }
    if (InetAddress.getByName(uri.getHost()).isSiteLocalAddress()) throw new IllegalArgumentException("address");
    return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray()).body();
  }
}
