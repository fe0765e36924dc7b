import javax.servlet.http.*;
import org.slf4j.*;

class Login extends HttpServlet {
  private static final Logger log = LoggerFactory.getLogger(Login.class);
  protected void doPost(HttpServletRequest req, HttpServletResponse resp) {
    // ruleid: injection/log-injection-java
    log.info("login by " + req.getParameter("user"));
    String agent = req.getHeader("User-Agent");
    // ruleid: injection/log-injection-java
    log.warn(String.format("refused %s", agent));
    // ruleid: injection/log-injection-java
    log.error("bad " + agent + " refused");
    // ok: injection/log-injection-java
    log.info("login by " + req.getParameter("user").replaceAll("[\\r\\n]", "_"));
    // ok: injection/log-injection-java
    log.info("login by {}", req.getParameter("user"));
    // ok: injection/log-injection-java
    log.info("size " + Integer.parseInt(req.getParameter("size")));
  }
}
