require 'openssl'

def weak
  # ruleid: tokens/weak-cipher-ruby
  a = OpenSSL::Cipher.new('des-ecb')
  # ruleid: tokens/weak-cipher-ruby
  b = OpenSSL::Cipher.new("AES-128-ECB")
  # ruleid: tokens/weak-cipher-ruby
  c = OpenSSL::Cipher.new('rc4')
  # ruleid: tokens/weak-cipher-ruby
  d = OpenSSL::Cipher::DES.new(:CBC)
end

def strong(name)
  # ok: tokens/weak-cipher-ruby
  a = OpenSSL::Cipher.new('aes-256-gcm')
  # ok: tokens/weak-cipher-ruby
  b = OpenSSL::Cipher.new('aes-256-cbc')
  # ok: tokens/weak-cipher-ruby
  c = OpenSSL::Cipher.new(name)
  # ok: tokens/weak-cipher-ruby
  d = OpenSSL::Cipher.new('chacha20-poly1305')
end
