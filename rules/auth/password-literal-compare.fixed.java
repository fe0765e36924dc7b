import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.security.crypto.password.PasswordEncoder;

class Login {
  private final PasswordEncoder encoder;
  private final UserRepository users;

  Login(PasswordEncoder encoder, UserRepository users) {
    this.encoder = encoder;
    this.users = users;
  }

  boolean check(String name, String password) {
    return users.findByName(name).map(user -> encoder.matches(password, user.passwordHash())).orElse(false);
  }

  boolean hasAdminKey(String sent) {
    byte[] expected = System.getenv("ADMIN_KEY").getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), expected);
  }
}
