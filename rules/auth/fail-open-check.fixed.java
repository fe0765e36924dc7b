class Guard {
  boolean verifyToken(String token) {
    try {
      parser.parseSignedClaims(token);
      return true;
    } catch (JwtException error) {
      return false;
    }
  }

  boolean hasAccess(User user, long id) {
    try {
      return items.find(id).owner().equals(user);
    } catch (NotFound error) {
      return false;
    }
  }

  void requireAdmin(User user) {
    if (user == null || !user.isAdmin()) {
      throw new AccessDeniedException("admin");
    }
  }
}
