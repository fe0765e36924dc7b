require "openssl"

class Box
  def seal(text)
    cipher = OpenSSL::Cipher.new("aes-256-gcm").encrypt
    cipher.key = [ENV.fetch("DATA_KEY")].pack("H*")
    iv = cipher.random_iv
    body = cipher.update(text) + cipher.final
    iv + cipher.auth_tag + body
  end
end
