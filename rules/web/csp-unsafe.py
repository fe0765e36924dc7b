# ruleid: web/csp-unsafe
response.headers['Content-Security-Policy'] = "script-src 'self' 'unsafe-inline'"

# ruleid: web/csp-unsafe
other.headers['Content-Security-Policy'] = "default-src 'self'; script-src 'self' 'unsafe-eval'"

# ruleid: web/csp-unsafe
third.headers['Content-Security-Policy'] = "script-src * ; object-src 'none'"

# ok: web/csp-unsafe
response.headers['Content-Security-Policy'] = "script-src 'self'; object-src 'none'"

# ok: web/csp-unsafe
response.headers['Content-Security-Policy'] = "default-src 'self'; style-src 'unsafe-inline'"

# ok: web/csp-unsafe
response.headers['Content-Security-Policy'] = f"script-src 'nonce-{nonce}'"
