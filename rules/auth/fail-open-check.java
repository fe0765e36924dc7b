class Guard {
  boolean verifyToken(String token) {
    // ruleid: auth/fail-open-check
    try {
      parser.parseSignedClaims(token);
      return true;
    } catch (JwtException error) {
      log.warn("bad token");
      return true;
    }
  }

  boolean isTokenValid(String token) {
    // ok: auth/fail-open-check
    try {
      parser.parseSignedClaims(token);
      return true;
    } catch (JwtException error) {
      return false;
    }
  }

  boolean hasAccess(User user, long id) {
    // ruleid: auth/fail-open-check
    try {
      return items.find(id).owner().equals(user);
    } catch (NotFound error) {
      return true;
    }
  }

  boolean isTokenExpired(String token) {
    // ok: auth/fail-open-check
    try {
      return parser.parseSignedClaims(token).expired();
    } catch (ExpiredJwtException error) {
      return true;
    }
  }

  boolean isAdminUser(User user) {
    // ruleid: auth/fail-open-check
    try {
      return roles.of(user).contains("admin");
    } catch (Exception error) {
      return true;
    }
  }

  boolean checkPermission(User user, String name) {
    // ruleid: auth/fail-open-check
    try {
      return permissions.of(user).contains(name);
    } catch (RuntimeException error) {
      metrics.count("permission");
      return true;
    }
  }

  boolean isEmpty(String text) {
    // ok: auth/fail-open-check
    try {
      return text.isEmpty();
    } catch (NullPointerException error) {
      return true;
    }
  }

  boolean verifyUser(String token) {
    // ok: auth/fail-open-check
    try {
      return parser.parseSignedClaims(token) != null;
    } catch (JwtException error) {
      throw new AccessDeniedException("bad token");
    }
  }

  boolean canDeleteUser(User user) {
    // ok: auth/fail-open-check
    return user != null && user.admin();
  }

  boolean isPrime(int number) {
    // ok: auth/fail-open-check
    try {
      return test(number);
    } catch (ArithmeticException error) {
      return true;
    }
  }
}
