require 'jwt'

def subject(token)
  payload, _header = JWT.decode(token, ENV.fetch('JWT_KEY'), true, { algorithm: 'HS256' })
  payload['sub']
end
