class Cors {
    void one(HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Origin", "https://app.example.com");
        response.setHeader("Access-Control-Allow-Credentials", "true");
    }
}
