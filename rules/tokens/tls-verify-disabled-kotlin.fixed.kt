import android.net.http.SslError
import android.webkit.*
import java.security.KeyStore
import javax.net.ssl.SSLContext
import javax.net.ssl.TrustManagerFactory

class Page : WebViewClient() {
  override fun onReceivedSslError(view: WebView, handler: SslErrorHandler, error: SslError) {
    handler.cancel()
  }
}

fun context(store: KeyStore): SSLContext {
  val factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm())
  factory.init(store)
  return SSLContext.getInstance("TLS").apply { init(null, factory.trustManagers, null) }
}
