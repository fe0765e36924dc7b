require 'jwt'

def subject(token)
  # ruleid: tokens/jwt-unverified
  payload, _header = JWT.decode(token, nil, false)
  payload['sub']
end

def unsigned(payload)
  # ruleid: tokens/jwt-unverified
  JWT.encode(payload, nil, 'none')
end

def verified(token)
  # ok: tokens/jwt-unverified
  payload, _header = JWT.decode(token, ENV.fetch('JWT_KEY'), true, { algorithm: 'HS256' })
  payload['sub']
end

def role(token)
  # ruleid: tokens/jwt-unverified
  claims = JWT.decode(token, nil, false).first
  claims['role']
end

def signed(payload)
  # ok: tokens/jwt-unverified
  JWT.encode(payload, ENV.fetch('JWT_KEY'), 'HS256')
end

def public_key(token, key)
  # ok: tokens/jwt-unverified
  JWT.decode(token, key, true, algorithm: 'RS256').first
end
