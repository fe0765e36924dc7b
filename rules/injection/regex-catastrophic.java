import java.util.regex.Pattern;

class Checks {
  // ruleid: injection/regex-catastrophic
  static final Pattern NAME = Pattern.compile("^([a-z]+)*$x");
  // ok: injection/regex-catastrophic
  static final Pattern SAFE = Pattern.compile("^[a-z]+(-[a-z]+)*$");

  boolean check(String text) {
    // ruleid: injection/regex-catastrophic
    return text.matches("^(\\d+)+-$");
  }
}
