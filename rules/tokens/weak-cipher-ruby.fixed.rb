require "openssl"

def seal(text, key)
  c = OpenSSL::Cipher.new("aes-256-gcm").encrypt
  c.key = key
  iv = c.random_iv
  body = c.update(text) + c.final
  iv + c.auth_tag + body
end
