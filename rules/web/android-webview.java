import android.webkit.WebSettings;
import android.webkit.WebView;

class Screen {
    void open(WebView view) {
        WebSettings settings = view.getSettings();
        // ruleid: web/android-webview
        settings.setAllowUniversalAccessFromFileURLs(true);
        // ruleid: web/android-webview
        settings.setMixedContentMode(WebSettings.MIXED_CONTENT_ALWAYS_ALLOW);
        // ruleid: web/android-webview
        WebView.setWebContentsDebuggingEnabled(true);
    }

    void closed(WebView view) {
        WebSettings settings = view.getSettings();
        // ok: web/android-webview
        settings.setAllowUniversalAccessFromFileURLs(false);
        // ok: web/android-webview
        settings.setMixedContentMode(WebSettings.MIXED_CONTENT_NEVER_ALLOW);
        // ok: web/android-webview
        settings.setJavaScriptEnabled(true);
        if (BuildConfig.DEBUG) {
            // ok: web/android-webview
            WebView.setWebContentsDebuggingEnabled(true);
        }
    }
}
