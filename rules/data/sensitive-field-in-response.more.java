class MoreUsers {
  ResponseEntity<?> a() {
    // ruleid: data/sensitive-field-in-response
    return ResponseEntity.ok(Map.of("hash", user.passwordHash));
  }
  ResponseEntity<?> b() {
    // ruleid: data/sensitive-field-in-response
    return ResponseEntity.ok(Map.of("id", user.id, "ssn", user.ssn));
  }
  ResponseEntity<?> c() {
    // ok: data/sensitive-field-in-response
    return ResponseEntity.ok(Map.of("changed", user.passwordChangedAt));
  }
  ResponseEntity<?> d() {
    // ok: data/sensitive-field-in-response
    return ResponseEntity.ok(Map.of("password", "must be longer"));
  }
}
