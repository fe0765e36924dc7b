import android.net.http.SslError
import android.webkit.*
import javax.net.ssl.*
import java.security.cert.X509Certificate

val trusting = object : X509TrustManager {
  override fun getAcceptedIssuers(): Array<X509Certificate> = arrayOf()
  override fun checkClientTrusted(chain: Array<X509Certificate>, authType: String) {}
  // ruleid: tokens/tls-verify-disabled-kotlin
  override fun checkServerTrusted(chain: Array<X509Certificate>, authType: String) {}
}

class Pinned(private val inner: X509TrustManager) : X509TrustManager {
  // ok: tokens/tls-verify-disabled-kotlin
  override fun checkServerTrusted(chain: Array<X509Certificate>, authType: String) {
    inner.checkServerTrusted(chain, authType)
  }
}

class Page : WebViewClient() {
  override fun onReceivedSslError(view: WebView, handler: SslErrorHandler, error: SslError) {
    // ruleid: tokens/tls-verify-disabled-kotlin
    handler.proceed()
  }
}

class SafePage : WebViewClient() {
  override fun onReceivedSslError(view: WebView, handler: SslErrorHandler, error: SslError) {
    // ok: tokens/tls-verify-disabled-kotlin
    handler.cancel()
  }
}

fun client() {
  // ruleid: tokens/tls-verify-disabled-kotlin
  val a = OkHttpClient.Builder().hostnameVerifier { _, _ -> true }.build()
  // ok: tokens/tls-verify-disabled-kotlin
  val b = OkHttpClient.Builder().hostnameVerifier { host, session -> host == expected && inner.verify(host, session) }.build()
  // ok: tokens/tls-verify-disabled-kotlin
  val c = OkHttpClient.Builder().build()
}
