package com.example.shop;

import java.security.Principal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.*;

@RestController
@RequestMapping("/api")
@PreAuthorize("isAuthenticated()")
class AccountController {
  private final NoteRepository noteRepository;
  private final InvoiceRepository invoiceRepository;

  AccountController(NoteRepository noteRepository, InvoiceRepository invoiceRepository) {
    this.noteRepository = noteRepository;
    this.invoiceRepository = invoiceRepository;
  }

  @DeleteMapping("/notes/{id}")
  public void deleteNote(@PathVariable Long id, Principal principal) {
    Note note = noteRepository.findByIdAndUsername(id, principal.getName()).orElseThrow(NotFound::new);
    noteRepository.delete(note);
  }

  @PostMapping("/invoices/{id}/pay")
  public InvoiceView pay(@PathVariable Long id, Principal principal) {
    Invoice invoice = invoiceRepository.findByIdAndUsername(id, principal.getName()).orElseThrow(NotFound::new);
    invoice.markPaid();
    return InvoiceView.of(invoiceRepository.save(invoice));
  }
}
