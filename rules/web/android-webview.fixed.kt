import android.webkit.WebSettings
import android.webkit.WebView

fun open(view: WebView) {
    view.settings.allowUniversalAccessFromFileURLs = false
    view.settings.mixedContentMode = WebSettings.MIXED_CONTENT_NEVER_ALLOW
}
