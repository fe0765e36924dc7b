require 'jwt'

# ruleid: tokens/jwt-literal-key
a = JWT.encode(payload, 'an example signing key', 'HS256')
# ruleid: tokens/jwt-literal-key
b = JWT.decode(token, 'an example signing key', true, { algorithm: 'HS256' })
# ok: tokens/jwt-literal-key
c = JWT.encode(payload, ENV.fetch('JWT_KEY'), 'HS256')
# ok: tokens/jwt-literal-key
d = JWT.encode(payload, Rails.application.credentials.jwt_key, 'HS256')
SECRET = 'another example signing key'
# ruleid: tokens/jwt-literal-key
e = JWT.encode(payload, SECRET, 'HS256')
# ok: tokens/jwt-literal-key
f = JWT.decode(token, ENV['JWT_KEY'], true, { algorithm: 'HS256' })
