package com.example.products;

import java.sql.*;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.*;

@RestController
@PreAuthorize("isAuthenticated()")
class ProductController {
  private final DataSource source;
  private final JdbcTemplate jdbcTemplate;

  ProductController(DataSource source, JdbcTemplate jdbcTemplate) {
    this.source = source;
    this.jdbcTemplate = jdbcTemplate;
  }

  @GetMapping("/products/name")
  public String name(@RequestParam String sku) throws SQLException {
    try (Connection c = source.getConnection();
        PreparedStatement ps = c.prepareStatement("SELECT name FROM products WHERE sku = ?")) {
      ps.setString(1, sku);
      try (ResultSet rows = ps.executeQuery()) {
        return rows.next() ? rows.getString("name") : null;
      }
    }
  }

  @GetMapping("/products")
  public List<String> byMaker(@RequestParam String maker) {
    String sql = "SELECT name FROM products WHERE maker = ?";
    return jdbcTemplate.query(sql, (row, n) -> row.getString("name"), maker);
  }
}
