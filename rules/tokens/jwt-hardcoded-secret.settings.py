# Filled in by what makes a project of it.
# ok: tokens/jwt-hardcoded-secret
SECRET_KEY = "{{ secret_key }}"

# ok: tokens/jwt-hardcoded-secret
SESSION_SECRET = "${SESSION_SECRET}"
