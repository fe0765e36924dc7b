# ruleid: api/django-settings
SESSION_SERIALIZER = "django.contrib.sessions.serializers.PickleSerializer"

# ruleid: api/django-settings
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.MD5PasswordHasher",
]

# ruleid: api/django-settings
PASSWORD_HASHERS = ("django.contrib.auth.hashers.UnsaltedSHA1PasswordHasher",)

# ok: api/django-settings
SESSION_SERIALIZER = "django.contrib.sessions.serializers.JSONSerializer"

# ok: api/django-settings
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.MD5PasswordHasher",
]

if "test" in sys.argv:
    # ok: api/django-settings
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
