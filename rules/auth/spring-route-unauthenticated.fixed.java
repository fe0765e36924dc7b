package com.example.shop;

import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.*;

@RestController
@RequestMapping("/api/products")
class ProductController {
  private final ProductRepository products;

  ProductController(ProductRepository products) {
    this.products = products;
  }

  @PostMapping
  @PreAuthorize("hasRole('ADMIN')")
  public ProductView create(@RequestBody ProductInput input) {
    return ProductView.of(products.save(new Product(input.name(), input.cents())));
  }

  @DeleteMapping("/{id}")
  @PreAuthorize("hasRole('ADMIN')")
  public ResponseEntity<Void> delete(@PathVariable Long id) {
    products.deleteById(id);
    return ResponseEntity.noContent().build();
  }
}
