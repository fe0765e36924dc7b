import javax.net.ssl.SSLContext
import javax.net.ssl.SSLSocket

fun old(socket: SSLSocket): SSLContext {
    // ruleid: tokens/tls-old-version
    val context = SSLContext.getInstance("SSLv3")
    // ruleid: tokens/tls-old-version
    socket.enabledProtocols = arrayOf("TLSv1.1", "TLSv1.2")
    // ruleid: tokens/tls-old-version
    return SSLContext.getInstance("TLSv1.1")
}

fun fine(socket: SSLSocket): SSLContext {
    // ok: tokens/tls-old-version
    val context = SSLContext.getInstance("TLSv1.2")
    // ok: tokens/tls-old-version
    socket.enabledProtocols = arrayOf("TLSv1.3")
    // ok: tokens/tls-old-version
    return SSLContext.getInstance("TLS")
}
