require 'openssl'

KEY = '0123456789abcdef0123456789abcdef'

def weak(text, key)
  cipher = OpenSSL::Cipher.new('aes-256-cbc')
  cipher.encrypt
  # ruleid: tokens/static-iv-key-ruby
  cipher.key = KEY
  # ruleid: tokens/static-iv-key-ruby
  cipher.iv = '1234567890123456'
  # ruleid: tokens/static-iv-key-ruby
  cipher.iv = "\0" * 16
  # ruleid: tokens/static-iv-key-ruby
  cipher.key = Digest::SHA256.digest('a phrase')
  cipher.update(text) + cipher.final
end

def strong(text, key)
  cipher = OpenSSL::Cipher.new('aes-256-gcm')
  cipher.encrypt
  # ok: tokens/static-iv-key-ruby
  cipher.key = key
  # ok: tokens/static-iv-key-ruby
  iv = cipher.random_iv
  # ok: tokens/static-iv-key-ruby
  cipher.iv = SecureRandom.random_bytes(12)
  # ok: tokens/static-iv-key-ruby
  cipher.key = ENV.fetch('DATA_KEY')
  cipher.update(text) + cipher.final
end
