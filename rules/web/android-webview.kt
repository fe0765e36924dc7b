import android.webkit.WebSettings
import android.webkit.WebView

fun open(view: WebView) {
    // ruleid: web/android-webview
    view.settings.allowUniversalAccessFromFileURLs = true
    // ruleid: web/android-webview
    view.settings.setAllowFileAccessFromFileURLs(true)
    // ruleid: web/android-webview
    view.settings.mixedContentMode = WebSettings.MIXED_CONTENT_ALWAYS_ALLOW
    // ruleid: web/android-webview
    WebView.setWebContentsDebuggingEnabled(true)
}

fun closed(view: WebView) {
    // ok: web/android-webview
    view.settings.allowUniversalAccessFromFileURLs = false
    // ok: web/android-webview
    view.settings.mixedContentMode = WebSettings.MIXED_CONTENT_NEVER_ALLOW
    // ok: web/android-webview
    view.settings.javaScriptEnabled = true
    if (BuildConfig.DEBUG) {
        // ok: web/android-webview
        WebView.setWebContentsDebuggingEnabled(true)
    }
    // ok: web/android-webview
    WebView.setWebContentsDebuggingEnabled(BuildConfig.DEBUG)
}
