import javax.servlet.http.*;

class Lang extends HttpServlet {
  protected void doGet(HttpServletRequest req, HttpServletResponse resp) {
    String lang = req.getParameter("lang");
    // ruleid: injection/header-crlf
    resp.setHeader("Content-Language", lang);
    // ruleid: injection/header-crlf
    resp.addHeader("X-Name", "user " + req.getHeader("X-User"));
    // ok: injection/header-crlf
    resp.setHeader("Content-Language", "de".equals(lang) ? "de" : "en");
    // ok: injection/header-crlf
    resp.setHeader("X-Name", lang.replaceAll("[\r\n]", ""));
  }
}
