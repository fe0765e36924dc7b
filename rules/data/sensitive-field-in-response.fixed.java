package com.example.users;

import java.security.Principal;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.*;

@RestController
class Users {
  private final UserRepository users;

  Users(UserRepository users) {
    this.users = users;
  }

  @GetMapping("/me")
  ResponseEntity<Map<String, Object>> me(Principal principal) {
    User user = users.findByUsername(principal.getName());
    return ResponseEntity.ok(Map.of("id", user.id, "email", user.email));
  }
}
