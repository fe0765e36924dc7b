package com.example.shop

import org.springframework.security.access.prepost.PreAuthorize
import org.springframework.web.bind.annotation.*

@RestController
@RequestMapping("/api/products")
class ProductController(private val products: ProductRepository) {
  // ok: auth/spring-route-unauthenticated
  @GetMapping("/{id}")
  fun get(@PathVariable id: Long): Product = products.findById(id).orElseThrow()

  // ok: auth/spring-route-unauthenticated
  @PostMapping
  @PreAuthorize("hasRole('ADMIN')")
  fun create(@RequestBody product: Product): Product {
    return products.save(product)
  }

  // ruleid: auth/spring-route-unauthenticated
  @DeleteMapping("/{id}")
  fun delete(@PathVariable id: Long) {
    products.deleteById(id)
  }

  // ruleid: auth/spring-route-unauthenticated
  @RequestMapping(value = ["/{id}"], method = [RequestMethod.PUT])
  fun update(@PathVariable id: Long, @RequestBody product: Product): Product = products.save(product.withId(id))

  // ruleid: auth/spring-route-unauthenticated
  @PatchMapping("/{id}/price")
  fun reprice(@PathVariable id: Long, @RequestParam cents: Long): Product {
    return products.save(products.findById(id).orElseThrow().priced(cents))
  }
}

@RestController
class HealthController {
  // ok: auth/spring-route-unauthenticated
  @PostMapping("/health")
  fun health() = "ok"
}

@RestController
@RequestMapping("/api/parcels")
class ParcelController(private val parcels: ParcelRepository) {
  // What the filter chain asks is not known, and is asked of many routes.
  // ok: auth/spring-route-unauthenticated
  @PostMapping
  fun create(@RequestBody parcel: Parcel): Parcel = parcels.save(parcel)

  // ruleid: auth/spring-route-unauthenticated
  @DeleteMapping("/{id}")
  fun remove(@PathVariable id: Long) {
    parcels.deleteById(id)
  }
}

@RestController
@RequestMapping("/admin/roles")
class RoleController(private val users: UserRepository) {
  // ruleid: auth/spring-route-unauthenticated
  @PatchMapping("/{id}")
  fun set(@PathVariable id: Long, @RequestBody change: RoleChange): User {
    val user = users.findById(id).orElseThrow()
    user.role = change.role
    return users.save(user)
  }
}
