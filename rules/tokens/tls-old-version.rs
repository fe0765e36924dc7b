use openssl::ssl::{SslConnectorBuilder, SslVersion};
use reqwest::tls::Version;

fn old(b: &mut SslConnectorBuilder) {
    // ruleid: tokens/tls-old-version
    let client = reqwest::Client::builder().min_tls_version(reqwest::tls::Version::TLS_1_0).build();
    // ruleid: tokens/tls-old-version
    b.set_min_proto_version(Some(SslVersion::TLS1)).unwrap();
    // ruleid: tokens/tls-old-version
    TlsConnector::builder().min_protocol_version(Some(Protocol::Sslv3)).build();
}

fn new(b: &mut SslConnectorBuilder) {
    // ok: tokens/tls-old-version
    let client = reqwest::Client::builder().min_tls_version(Version::TLS_1_2).build();
    // ok: tokens/tls-old-version
    b.set_min_proto_version(Some(SslVersion::TLS1_2)).unwrap();
    // ok: tokens/tls-old-version
    TlsConnector::builder().min_protocol_version(Some(Protocol::Tlsv12)).build();
}
