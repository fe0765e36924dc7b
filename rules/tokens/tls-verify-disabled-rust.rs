use openssl::ssl::{SslConnector, SslMethod, SslVerifyMode};
use reqwest::Client;

fn open() -> Result<Client, reqwest::Error> {
    // ruleid: tokens/tls-verify-disabled-rust
    Client::builder()
        .danger_accept_invalid_certs(true)
        .build()
}

fn names() -> reqwest::ClientBuilder {
    // ruleid: tokens/tls-verify-disabled-rust
    reqwest::Client::builder().danger_accept_invalid_hostnames(true)
}

fn openssl() {
    let mut builder = SslConnector::builder(SslMethod::tls()).unwrap();
    // ruleid: tokens/tls-verify-disabled-rust
    builder.set_verify(SslVerifyMode::NONE);
    // ok: tokens/tls-verify-disabled-rust
    builder.set_verify(SslVerifyMode::PEER);
}

fn verified(certificate: reqwest::Certificate) -> Result<Client, reqwest::Error> {
    // ok: tokens/tls-verify-disabled-rust
    reqwest::Client::builder().add_root_certificate(certificate).build()
}

fn checked() -> reqwest::ClientBuilder {
    // ok: tokens/tls-verify-disabled-rust
    Client::builder().danger_accept_invalid_certs(false)
}

fn asked(insecure: bool) -> reqwest::ClientBuilder {
    let mut builder = Client::builder();
    if insecure {
        // ok: tokens/tls-verify-disabled-rust
        builder = builder.danger_accept_invalid_certs(true);
    }
    builder
}

#[cfg(test)]
mod tests {
    #[tokio::test]
    async fn local_server() {
        // ok: tokens/tls-verify-disabled-rust
        let client = Client::builder().danger_accept_invalid_certs(true).build().unwrap();
    }
}
