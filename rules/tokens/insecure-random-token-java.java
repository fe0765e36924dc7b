class Tokens {
  void create(Random random, SecureRandom secure) {
    // ruleid: tokens/insecure-random-token-java
    String token = Long.toHexString(new Random().nextLong());
    // ruleid: tokens/insecure-random-token-java
    int otp = 100000 + random.nextInt(900000);
    // ruleid: tokens/insecure-random-token-java
    String apiKey = RandomStringUtils.randomAlphanumeric(32);
    // ruleid: tokens/insecure-random-token-java
    double nonce = Math.random();
    // ruleid: tokens/insecure-random-token-java
    String resetToken = "" + ThreadLocalRandom.current().nextLong();
    // ruleid: tokens/insecure-random-token-java
    String sessionId = String.valueOf(Math.random());
    // ok: tokens/insecure-random-token-java
    int code = secure.nextInt(900000);
    // ok: tokens/insecure-random-token-java
    String secureToken = UUID.randomUUID().toString();
    // ok: tokens/insecure-random-token-java
    int delay = random.nextInt(100);
    // ok: tokens/insecure-random-token-java
    double jitter = Math.random();
    // ok: tokens/insecure-random-token-java
    int saltLength = 16;
    // ok: tokens/insecure-random-token-java
    long csrfToken = secure.nextLong();
  }
}

class Named {
  String generateToken(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 32; i++) {
      // ruleid: tokens/insecure-random-token-java
      text.append(CHARS.charAt(random.nextInt(CHARS.length())));
    }
    return text.toString();
  }

  String generateColor(Random random) {
    // ok: tokens/insecure-random-token-java
    return COLORS[random.nextInt(COLORS.length)];
  }

  String secureToken(SecureRandom random) {
    // ok: tokens/insecure-random-token-java
    return Long.toHexString(random.nextLong());
  }
}
