fn directory() -> LdapConnSettings {
    // ruleid: tokens/tls-verify-disabled-rust
    LdapConnSettings::new().set_no_tls_verify(true)
}

fn database() -> SslOpts {
    // ruleid: tokens/tls-verify-disabled-rust
    SslOpts::default().with_danger_accept_invalid_certs(true)
}

fn fine() -> LdapConnSettings {
    // ok: tokens/tls-verify-disabled-rust
    LdapConnSettings::new().set_no_tls_verify(false)
}
