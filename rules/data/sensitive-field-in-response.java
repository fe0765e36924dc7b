class Users {
  ResponseEntity<?> me() {
    // ruleid: data/sensitive-field-in-response
    return ResponseEntity.ok(Map.of("id", user.id, "password", user.password));
  }
  ResponseEntity<?> safe() {
    // ok: data/sensitive-field-in-response
    return ResponseEntity.ok(Map.of("id", user.id, "email", user.email));
  }
}
