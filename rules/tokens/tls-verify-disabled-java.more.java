import android.net.http.SslError;
import android.webkit.SslErrorHandler;
import android.webkit.WebView;
import android.webkit.WebViewClient;

class Careless extends WebViewClient {
    @Override
    public void onReceivedSslError(WebView view, SslErrorHandler handler, SslError error) {
        // ruleid: tokens/tls-verify-disabled-java
        handler.proceed();
    }
}

class Strict extends WebViewClient {
    @Override
    public void onReceivedSslError(WebView view, SslErrorHandler handler, SslError error) {
        // ok: tokens/tls-verify-disabled-java
        handler.cancel();
    }
}

class Asking extends WebViewClient {
    @Override
    public void onReceivedSslError(WebView view, SslErrorHandler handler, SslError error) {
        if (pinned(error.getCertificate())) {
            // ok: tokens/tls-verify-disabled-java
            handler.proceed();
        }
    }
}
