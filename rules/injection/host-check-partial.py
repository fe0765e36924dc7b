from urllib.parse import urlparse


def allowed(target_url, domain, redirect_url):
    # ruleid: injection/host-check-partial
    if urlparse(target_url).netloc.endswith(domain):
        return True
    host = urlparse(target_url).hostname or ""
    # ruleid: injection/host-check-partial
    if host.endswith("example.com"):
        return True
    # ruleid: injection/host-check-partial
    if "example.com" in host:
        return True
    # ruleid: injection/host-check-partial
    if redirect_url.startswith("https://app.example.com"):
        return True
    # ok: injection/host-check-partial
    if redirect_url.startswith("https://app.example.com/"):
        return True
    # ok: injection/host-check-partial
    if host == domain or host.endswith("." + domain):
        return True
    # ok: injection/host-check-partial
    if host.endswith(".example.com"):
        return True
    # ok: injection/host-check-partial
    return target_url.endswith("example.com")
