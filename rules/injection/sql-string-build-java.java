package com.example.users;

import java.sql.*;
import java.util.*;
import org.springframework.web.bind.annotation.*;

@RestController
class UserController {
  private final JdbcTemplate jdbcTemplate;
  private static final String TABLE = "users";
  private static final Map<String, String> SORTS = Map.of("name", "u.name", "age", "u.age");

  @GetMapping("/users")
  public List<User> byName(@RequestParam(value = "name", required = false) String name) throws SQLException {
    Statement statement = connection.createStatement();
    // ruleid: injection/sql-string-build-java
    ResultSet rs = statement.executeQuery("SELECT * FROM users WHERE name = '" + name + "'");
    return map(rs);
  }

  @GetMapping("/users/sorted")
  public List<User> sorted(@RequestParam String sort) {
    String sql = "SELECT * FROM users ORDER BY " + sort;
    // ruleid: injection/sql-string-build-java
    return jdbcTemplate.query(sql, new UserMapper());
  }

  @PostMapping("/search")
  public List<User> search(@RequestBody SearchRequest body) {
    String sql = String.format("SELECT * FROM users WHERE email LIKE '%%%s%%'", body.getEmail());
    // ruleid: injection/sql-string-build-java
    return jdbcTemplate.query(sql, new UserMapper());
  }

  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String id = request.getParameter("id");
    StringBuilder sql = new StringBuilder("SELECT * FROM orders WHERE id = '");
    sql.append(id).append("'");
    // ruleid: injection/sql-string-build-java
    PreparedStatement ps = connection.prepareStatement(sql.toString());
  }

  public Optional<User> findByEmail(String email) {
    String jpql = "SELECT u FROM User u WHERE u.email = '" + email + "'";
    // ruleid: injection/sql-string-build-java
    return em.createQuery(jpql, User.class).getResultStream().findFirst();
  }

  @DeleteMapping("/users/{id}")
  public void remove(@PathVariable("id") String id) {
    // ruleid: injection/sql-string-build-java
    jdbcTemplate.update("DELETE FROM users WHERE id = " + id);
  }

  public int rename(String id, String name) throws SQLException {
    try (Statement st = connection.createStatement()) {
      // ruleid: injection/sql-string-build-java
      return st.executeUpdate("UPDATE users SET name = '" + name + "' WHERE id = '" + id + "'");
    }
  }

  @GetMapping("/fine")
  public List<User> bound(@RequestParam String name) throws SQLException {
    // ok: injection/sql-string-build-java
    PreparedStatement ps = connection.prepareStatement("SELECT * FROM users WHERE name = ?");
    ps.setString(1, name);
    // ok: injection/sql-string-build-java
    return jdbcTemplate.query("SELECT * FROM users WHERE name = ?", new UserMapper(), name);
  }

  @GetMapping("/fine/sorted")
  public List<User> listed(@RequestParam String sort, @RequestParam int limit) {
    String column = SORTS.getOrDefault(sort, "u.name");
    // ok: injection/sql-string-build-java
    return jdbcTemplate.query("SELECT * FROM users u ORDER BY " + column + " LIMIT " + limit, new UserMapper());
  }

  @GetMapping("/fine/{id}")
  public User byId(@PathVariable Long id) {
    // ok: injection/sql-string-build-java
    return jdbcTemplate.queryForObject("SELECT * FROM users WHERE id = " + id, new UserMapper());
  }

  @GetMapping("/fine/number")
  public User number(HttpServletRequest request) {
    int id = Integer.parseInt(request.getParameter("id"));
    // ok: injection/sql-string-build-java
    return jdbcTemplate.queryForObject("SELECT * FROM users WHERE id = " + id, new UserMapper());
  }

  public long count(String tableName) {
    // ok: injection/sql-string-build-java
    return jdbcTemplate.queryForObject("SELECT COUNT(*) FROM " + tableName, Long.class);
  }

  public List<User> run(String sql) {
    // ok: injection/sql-string-build-java
    return jdbcTemplate.query(sql, new UserMapper());
  }

  public List<User> all() {
    // ok: injection/sql-string-build-java
    return jdbcTemplate.query("SELECT * FROM " + TABLE + " WHERE active = 1", new UserMapper());
  }

  public User named(String email) {
    // ok: injection/sql-string-build-java
    return em.createQuery("SELECT u FROM User u WHERE u.email = :email", User.class).setParameter("email", email).getSingleResult();
  }
}

@RestController
class WrittenController {
  @GetMapping("/written")
  public List<User> written(@RequestParam String name) {
    String sql = "SELECT * FROM users WHERE name = '";
    sql += name;
    sql += "'";
    // ruleid: injection/sql-string-build-java
    return jdbcTemplate.query(sql, new UserMapper());
  }

  @GetMapping("/appended")
  public List<User> appended(@RequestParam String name) {
    StringBuilder text = new StringBuilder();
    text.append("SELECT * FROM users WHERE name = '").append(name).append("'");
    // ruleid: injection/sql-string-build-java
    return jdbcTemplate.query(text.toString(), new UserMapper());
  }

  @GetMapping("/replaced")
  public List<User> replaced(@RequestParam String name) {
    // ruleid: injection/sql-string-build-java
    return jdbcTemplate.query("SELECT * FROM users WHERE name = ':name'".replace(":name", name), new UserMapper());
  }

  @GetMapping("/written/fine")
  public List<User> fine(@RequestParam String name) {
    StringBuilder text = new StringBuilder();
    text.append("SELECT * FROM users WHERE 1 = 1");
    List<Object> values = new ArrayList<>();
    if (name != null) {
      text.append(" AND name = ?");
      values.add(name);
    }
    log.append("SELECT ").append(name);
    // ok: injection/sql-string-build-java
    return jdbcTemplate.query(text.toString(), new UserMapper(), values.toArray());
  }
}
