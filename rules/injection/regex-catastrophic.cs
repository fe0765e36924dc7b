using System.Text.RegularExpressions;

class Checks {
  bool Check(string text) {
    // ruleid: injection/regex-catastrophic
    if (Regex.IsMatch(text, @"^([a-z]+)+@x$")) return true;
    // ok: injection/regex-catastrophic
    return Regex.IsMatch(text, @"^[a-z]+@x$");
  }
}
