import ssl


def legacy_context() -> ssl.SSLContext:
    # ruleid: tokens/tls-old-version
    context = ssl.SSLContext(ssl.PROTOCOL_TLSv1)
    return context


def lowered_context() -> ssl.SSLContext:
    context = ssl.create_default_context()
    # ruleid: tokens/tls-old-version
    context.minimum_version = ssl.TLSVersion.TLSv1_1
    # ruleid: tokens/tls-old-version
    context.set_ciphers("ALL:RC4:NULL")
    return context


def old_socket(sock):
    # ruleid: tokens/tls-old-version
    return ssl.wrap_socket(sock, ssl_version=ssl.PROTOCOL_SSLv3)


def good_context() -> ssl.SSLContext:
    # ok: tokens/tls-old-version
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    # ok: tokens/tls-old-version
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    # ok: tokens/tls-old-version
    context.set_ciphers("ECDHE+AESGCM:!aNULL:!MD5:!RC4")
    return context
