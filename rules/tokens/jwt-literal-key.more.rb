require 'jwt'

# ruleid: tokens/jwt-literal-key
a = JWT.encode(payload, 'another example key')
# ok: tokens/jwt-literal-key
b = JWT.decode(token, settings.jwt_key, true, { algorithm: 'HS256' })
