package com.example.login;

@Controller
class LoginController {
  @GetMapping("/go")
  public String go(@RequestParam String next) {
    // ruleid: injection/open-redirect-java
    return "redirect:" + next;
  }

  @GetMapping("/view")
  public RedirectView view(@RequestParam String url) {
    // ruleid: injection/open-redirect-java
    return new RedirectView(url);
  }

  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    // ruleid: injection/open-redirect-java
    response.sendRedirect(request.getParameter("url"));
    String target = request.getHeader("Referer");
    // ruleid: injection/open-redirect-java
    response.setHeader("Location", target);
  }

  @GetMapping("/fine")
  public String fine(@RequestParam String next) {
    if (!next.startsWith("/") || next.startsWith("//")) {
      return "redirect:/";
    }
    // ok: injection/open-redirect-java
    return "redirect:" + next;
  }

  @GetMapping("/item")
  public String item(@RequestParam String id) {
    // ok: injection/open-redirect-java
    return "redirect:/items/" + id;
  }

  @GetMapping("/home")
  public String home(@RequestParam String id) {
    // ok: injection/open-redirect-java
    return "redirect:/home";
  }

  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    // ok: injection/open-redirect-java
    response.sendRedirect("/search?q=" + URLEncoder.encode(request.getParameter("q"), "UTF-8"));
  }
}
