package com.example.client;

import javax.net.ssl.*;

class Clients {
  void connection(HttpsURLConnection connection) {
    // ruleid: tokens/tls-verify-disabled-java
    connection.setHostnameVerifier((hostname, session) -> true);
  }

  void global() {
    // ruleid: tokens/tls-verify-disabled-java
    HttpsURLConnection.setDefaultHostnameVerifier((hostname, session) -> true);
  }

  TrustManager trustAll() {
    return new X509TrustManager() {
      public X509Certificate[] getAcceptedIssuers() { return new X509Certificate[0]; }
      public void checkClientTrusted(X509Certificate[] chain, String type) { }
      // ruleid: tokens/tls-verify-disabled-java
      public void checkServerTrusted(X509Certificate[] chain, String type) { }
    };
  }

  HostnameVerifier verifier() {
    return new HostnameVerifier() {
      // ruleid: tokens/tls-verify-disabled-java
      public boolean verify(String hostname, SSLSession session) { return true; }
    };
  }

  CloseableHttpClient apache() {
    // ruleid: tokens/tls-verify-disabled-java
    return HttpClients.custom().setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE).build();
  }

  SslContext netty() throws Exception {
    // ruleid: tokens/tls-verify-disabled-java
    return SslContextBuilder.forClient().trustManager(InsecureTrustManagerFactory.INSTANCE).build();
  }

  void fineVerifier(HttpsURLConnection connection) {
    // ok: tokens/tls-verify-disabled-java
    connection.setHostnameVerifier((hostname, session) -> hostname.equals("api.example.com"));
  }

  HostnameVerifier checked() {
    return new HostnameVerifier() {
      // ok: tokens/tls-verify-disabled-java
      public boolean verify(String hostname, SSLSession session) { return hostname.endsWith(".example.com"); }
    };
  }

  TrustManager delegating(X509TrustManager delegate) {
    return new X509TrustManager() {
      // ok: tokens/tls-verify-disabled-java
      public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException { delegate.checkServerTrusted(chain, type); }
    };
  }

  SSLContext own(KeyStore store) throws Exception {
    // ok: tokens/tls-verify-disabled-java
    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(store);
    return SSLContext.getDefault();
  }

  CloseableHttpClient plain() {
    // ok: tokens/tls-verify-disabled-java
    return HttpClients.createDefault();
  }

  boolean always(String name) {
    // ok: tokens/tls-verify-disabled-java
    return true;
  }
}
