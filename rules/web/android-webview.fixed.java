import android.webkit.WebSettings;
import android.webkit.WebView;

class Screen {
    void open(WebView view) {
        WebSettings settings = view.getSettings();
        settings.setAllowUniversalAccessFromFileURLs(false);
        settings.setMixedContentMode(WebSettings.MIXED_CONTENT_NEVER_ALLOW);
    }
}
