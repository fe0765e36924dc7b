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
class Accounts {
  ResponseEntity<?> getter() {
    // ruleid: data/sensitive-field-in-response
    return ResponseEntity.ok(Map.of("id", user.getId(), "password", user.getPassword()));
  }
  ResponseEntity<?> hash() {
    // ruleid: data/sensitive-field-in-response
    return ResponseEntity.ok(Map.of("id", user.getId(), "hash", user.getPasswordHash()));
  }
  ResponseEntity<?> changed() {
    // ok: data/sensitive-field-in-response
    return ResponseEntity.ok(Map.of("id", user.getId(), "passwordChangedAt", user.getPasswordChangedAt()));
  }
  ResponseEntity<?> mail() {
    // ok: data/sensitive-field-in-response
    return ResponseEntity.ok(Map.of("id", user.getId(), "email", user.getEmail()));
  }
}
