import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Cors {
    void everyone(HttpServletRequest request, HttpServletResponse response) {
        // ruleid: api/cors-reflect-credentials
        response.setHeader("Access-Control-Allow-Origin", request.getHeader("Origin"));
        response.setHeader("Access-Control-Allow-Credentials", "true");
    }

    void later(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Credentials", "true");
        // ruleid: api/cors-reflect-credentials
        response.setHeader("Access-Control-Allow-Origin", request.getHeader("Origin"));
    }

    void added(HttpServletRequest req, HttpServletResponse res) {
        // ruleid: api/cors-reflect-credentials
        res.addHeader("Access-Control-Allow-Origin", req.getHeader("Origin"));
        res.addHeader("Access-Control-Allow-Credentials", "true");
    }

    void listed(HttpServletRequest request, HttpServletResponse response) {
        if (ALLOWED.contains(request.getHeader("Origin"))) {
            // ok: api/cors-reflect-credentials
            response.setHeader("Access-Control-Allow-Origin", request.getHeader("Origin"));
            response.setHeader("Access-Control-Allow-Credentials", "true");
        }
    }

    void one(HttpServletRequest request, HttpServletResponse response) {
        // ok: api/cors-reflect-credentials
        response.setHeader("Access-Control-Allow-Origin", "https://app.example.com");
        response.setHeader("Access-Control-Allow-Credentials", "true");
    }

    void open(HttpServletRequest request, HttpServletResponse response) {
        // ok: api/cors-reflect-credentials
        response.setHeader("Access-Control-Allow-Origin", request.getHeader("Origin"));
    }
}
