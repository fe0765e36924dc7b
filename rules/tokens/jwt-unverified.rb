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
