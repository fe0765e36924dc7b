require "jwt"

KEY = ENV.fetch("JWT_KEY")

def sign(subject)
  JWT.encode({ sub: subject, exp: Time.now.to_i + 900 }, KEY, "HS256")
end

def verify(token)
  JWT.decode(token, KEY, true, { algorithm: "HS256" }).first
end
