require 'openssl'

# ruleid: tokens/rsa-key-short
a = OpenSSL::PKey::RSA.new(1024)
# ok: tokens/rsa-key-short
b = OpenSSL::PKey::RSA.new(3072)
# ok: tokens/rsa-key-short
c = OpenSSL::PKey::RSA.new(File.read('key.pem'))
