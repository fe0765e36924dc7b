use reqwest::{Certificate, Client};

fn open(pem: &[u8]) -> Result<Client, reqwest::Error> {
    Client::builder().add_root_certificate(Certificate::from_pem(pem)?).build()
}
