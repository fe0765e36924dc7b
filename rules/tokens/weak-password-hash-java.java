class Users {
  void register(String password, User user, MessageDigest md) throws Exception {
    // ruleid: tokens/weak-password-hash-java
    byte[] a = md.digest(password.getBytes(StandardCharsets.UTF_8));
    // ruleid: tokens/weak-password-hash-java
    byte[] b = MessageDigest.getInstance("SHA-256").digest(password.getBytes());
    // ruleid: tokens/weak-password-hash-java
    String c = DigestUtils.md5Hex(password);
    // ruleid: tokens/weak-password-hash-java
    String d = DigestUtils.sha256Hex(user.getPassword());
    // ruleid: tokens/weak-password-hash-java
    String e = Hashing.sha256().hashString(password, StandardCharsets.UTF_8).toString();
    // ruleid: tokens/weak-password-hash-java
    String f = DigestUtils.md5DigestAsHex(newPassword.getBytes());
    // ok: tokens/weak-password-hash-java
    String g = new BCryptPasswordEncoder(12).encode(password);
    // ok: tokens/weak-password-hash-java
    String h = DigestUtils.sha256Hex(token);
    // ok: tokens/weak-password-hash-java
    byte[] i = md.digest(content.getBytes());
    // ok: tokens/weak-password-hash-java
    String j = DigestUtils.md5Hex(fileName);
    // ok: tokens/weak-password-hash-java
    byte[] k = md.digest(passwordResetToken.getBytes());
    // ok: tokens/weak-password-hash-java
    boolean l = encoder.matches(password, user.getPasswordHash());
  }
}

class Steps {
  byte[] hash(String password, byte[] body) throws Exception {
    MessageDigest md = MessageDigest.getInstance("MD5");
    // ruleid: tokens/weak-password-hash-java
    md.update(password.getBytes());
    // ok: tokens/weak-password-hash-java
    md.update(body);
    return md.digest();
  }
}

class PwnedPasswordClient {
  boolean leaked(MessageDigest sha1, String password) throws Exception {
    // ok: tokens/weak-password-hash-java
    byte[] hash = sha1.digest(password.getBytes(StandardCharsets.UTF_8));
    return range(hash).contains(suffix(hash));
  }
}
