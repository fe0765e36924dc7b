import javax.net.ssl.HostnameVerifier
import javax.net.ssl.SSLSession

class Everyone : HostnameVerifier {
    // ruleid: tokens/tls-verify-disabled-kotlin
    override fun verify(host: String?, session: SSLSession?): Boolean {
        return true
    }
}

class Anyone : HostnameVerifier {
    // ruleid: tokens/tls-verify-disabled-kotlin
    override fun verify(host: String, session: SSLSession) = true
}

class Known : HostnameVerifier {
    // ok: tokens/tls-verify-disabled-kotlin
    override fun verify(host: String?, session: SSLSession?): Boolean {
        return host == "api.example.com" && default.verify(host, session)
    }
}
