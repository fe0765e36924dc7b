import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

class Transport {
    SSLContext old() throws Exception {
        // ruleid: tokens/tls-old-version
        return SSLContext.getInstance("SSLv3");
    }

    SSLContext first() throws Exception {
        // ruleid: tokens/tls-old-version
        return SSLContext.getInstance("TLSv1");
    }

    void open(SSLSocket socket) {
        // ruleid: tokens/tls-old-version
        socket.setEnabledProtocols(new String[] {"TLSv1", "TLSv1.2"});
        // ok: tokens/tls-old-version
        socket.setEnabledProtocols(new String[] {"TLSv1.2", "TLSv1.3"});
    }

    SSLContext fine() throws Exception {
        // ok: tokens/tls-old-version
        return SSLContext.getInstance("TLS");
    }

    SSLContext pinned() throws Exception {
        // ok: tokens/tls-old-version
        return SSLContext.getInstance("TLSv1.3");
    }
}
