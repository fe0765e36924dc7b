package com.example.shop;

import java.security.Principal;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.*;

@RestController
@RequestMapping("/api/products")
class ProductController {
  private final ProductRepository products;
  private final Mailer mailer;

  // ok: auth/spring-route-unauthenticated
  @GetMapping("/{id}")
  public Product get(@PathVariable Long id) {
    return products.findById(id).orElseThrow();
  }

  // ok: auth/spring-route-unauthenticated
  @PostMapping
  @PreAuthorize("hasRole('ADMIN')")
  public Product create(@RequestBody Product product) {
    return products.save(product);
  }

  // ruleid: auth/spring-route-unauthenticated
  @DeleteMapping("/{id}")
  public ResponseEntity<Void> delete(@PathVariable Long id) {
    products.deleteById(id);
    return ResponseEntity.noContent().build();
  }

  // ruleid: auth/spring-route-unauthenticated
  @RequestMapping(value = "/{id}", method = RequestMethod.PUT)
  public Product update(@PathVariable Long id, @RequestBody Product product) {
    return products.save(product.withId(id));
  }

  // ruleid: auth/spring-route-unauthenticated
  @PatchMapping("/{id}/price")
  @PreAuthorize("permitAll()")
  public Product reprice(@PathVariable Long id, @RequestParam long cents) {
    return products.save(products.findById(id).orElseThrow().priced(cents));
  }

  // ok: auth/spring-route-unauthenticated
  @PostMapping("/preview")
  public Product preview(@RequestBody Product product) {
    return product.normalized();
  }
}

@RestController
@RequestMapping("/api/notes")
class NoteController {
  private final NoteRepository notes;

  // The filter chain decides for the whole controller.
  // ok: auth/spring-route-unauthenticated
  @PostMapping
  public Note create(@RequestBody Note note, Principal principal) {
    return notes.save(note.ownedBy(principal.getName()));
  }

  // ok: auth/spring-route-unauthenticated
  @DeleteMapping("/{id}")
  public void delete(@PathVariable Long id) {
    notes.deleteById(id);
  }
}

@RestController
@Secured("ROLE_ADMIN")
@RequestMapping("/api/admin/users")
class UserAdminController {
  private final UserRepository users;

  // ok: auth/spring-route-unauthenticated
  @DeleteMapping("/{id}")
  public void delete(@PathVariable Long id) {
    users.deleteById(id);
  }
}

@RestController
@RequestMapping("/api/sessions")
class OpenController {
  private final VisitRepository visits;

  // ok: auth/spring-route-unauthenticated
  @PermitAll
  @PostMapping("/login")
  public Session login(@RequestBody Credentials credentials) {
    return visits.save(credentials);
  }
}

@RestController
@RequestMapping("/api/stock")
class StockController {
  private final StockRepository stock;

  // ruleid: auth/spring-route-unauthenticated
  @PutMapping("/{sku}")
  @PermitAll
  public Stock set(@PathVariable String sku, @RequestParam int amount) {
    return stock.save(new Stock(sku, amount));
  }
}

@RestController
@RequestMapping("/api/parcels")
class ParcelController {
  private final ParcelRepository parcels;

  // What the filter chain asks is not known, and is asked of many routes.
  // ok: auth/spring-route-unauthenticated
  @PostMapping
  public Parcel create(@RequestBody Parcel parcel) {
    return parcels.save(parcel);
  }

  // ruleid: auth/spring-route-unauthenticated
  @DeleteMapping("/{id}")
  public void delete(@PathVariable Long id) {
    parcels.deleteById(id);
  }
}

@RestController
@RequestMapping("/admin/roles")
class RoleController {
  private final UserRepository users;

  // ruleid: auth/spring-route-unauthenticated
  @PatchMapping("/{id}")
  public User set(@PathVariable Long id, @RequestBody RoleChange change) {
    User user = users.findById(id).orElseThrow();
    user.setRole(change.role());
    return users.save(user);
  }
}
