require 'jwt'

def more(token, key, payload)
  # ruleid: tokens/jwt-unverified
  first = JWT.decode(token, key, false, { algorithm: 'HS256' })
  # ok: tokens/jwt-unverified
  second = JWT.decode(token, key, true, { algorithm: 'RS256' })
  # ok: tokens/jwt-unverified
  third = JWT.encode(payload, key, 'HS256')
end

# ruleid: tokens/jwt-unverified
JWT.decode(token, key, true, algorithms: ['none', 'HS256'])
# ruleid: tokens/jwt-unverified
JWT.decode(token, key, true, { algorithms: ['HS256', 'none'] })
# ok: tokens/jwt-unverified
JWT.decode(token, key, true, algorithms: ['HS256'])
# ok: tokens/jwt-unverified
JWT.decode(token, key, true, { algorithm: 'RS256' })
