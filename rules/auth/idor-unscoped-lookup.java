package com.example.shop;

import java.security.Principal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.*;

@RestController
@RequestMapping("/api")
class AccountController {
  private final OrderRepository orderRepository;
  private final NoteRepository noteRepository;
  private final InvoiceRepository invoiceRepository;
  private final ProductRepository productRepository;
  private final AuditLog audit;

  @GetMapping("/orders/{id}")
  @PreAuthorize("isAuthenticated()")
  public Order order(@PathVariable Long id) {
    // ok: auth/idor-unscoped-lookup
    return orderRepository.findById(id).orElseThrow(NotFound::new);
  }

  @GetMapping("/orders/{id}/lines")
  @PreAuthorize("isAuthenticated()")
  public List<Line> lines(@PathVariable Long id, Principal principal) {
    // ok: auth/idor-unscoped-lookup
    return orderRepository.findByIdAndUsername(id, principal.getName()).orElseThrow(NotFound::new).lines();
  }

  @DeleteMapping("/notes/{id}")
  @PreAuthorize("isAuthenticated()")
  public void deleteNote(@PathVariable Long id) {
    // ruleid: auth/idor-unscoped-lookup
    noteRepository.deleteById(id);
  }

  @PutMapping("/notes/{id}")
  @PreAuthorize("isAuthenticated()")
  public Note updateNote(@PathVariable Long id, @RequestBody Note input, @AuthenticationPrincipal User user) {
    // ok: auth/idor-unscoped-lookup
    Note note = noteRepository.findById(id).orElseThrow(NotFound::new);
    if (!note.getAuthor().equals(user)) {
      throw new AccessDeniedException("not yours");
    }
    return noteRepository.save(note.with(input));
  }

  @GetMapping("/invoices/{id}")
  @PreAuthorize("isAuthenticated()")
  public Invoice invoice(@PathVariable Long id) {
    // ruleid: auth/idor-unscoped-lookup
    Invoice invoice = invoiceRepository.findById(id).orElseThrow(NotFound::new);
    audit.record("invoice", id);
    return invoice;
  }

  @PostMapping("/invoices/{id}/pay")
  @PreAuthorize("isAuthenticated()")
  public Invoice pay(@PathVariable("id") Long invoiceId) {
    // ruleid: auth/idor-unscoped-lookup
    Invoice invoice = invoiceRepository.getReferenceById(invoiceId);
    invoice.markPaid();
    return invoiceRepository.save(invoice);
  }

  @DeleteMapping("/invoices/{id}")
  @PreAuthorize("hasRole('ADMIN')")
  public void deleteInvoice(@PathVariable Long id) {
    // ok: auth/idor-unscoped-lookup
    invoiceRepository.deleteById(id);
  }

  @GetMapping("/invoices/{id}/copy")
  @PreAuthorize("@invoiceSecurity.isOwner(#id, authentication)")
  public Invoice copy(@PathVariable Long id) {
    // ok: auth/idor-unscoped-lookup
    return invoiceRepository.findById(id).orElseThrow(NotFound::new);
  }

  @GetMapping("/products/{id}")
  @PreAuthorize("isAuthenticated()")
  public Product product(@PathVariable Long id) {
    // ok: auth/idor-unscoped-lookup
    return productRepository.findById(id).orElseThrow(NotFound::new);
  }

  @GetMapping("/orders/{id}/state")
  public String state(@PathVariable Long id) {
    // ok: auth/idor-unscoped-lookup
    return orderRepository.findById(id).orElseThrow(NotFound::new).state();
  }

  @PutMapping("/invoices/{id}")
  @PreAuthorize("isAuthenticated()")
  public Invoice rename(@PathVariable Long id, @RequestBody InvoiceInput input) {
    // ruleid: auth/idor-unscoped-lookup
    Invoice invoice = invoiceRepository.findById(id).orElseThrow(NotFound::new);
    invoice.setNote(input.note());
    return invoiceRepository.save(invoice);
  }
}
