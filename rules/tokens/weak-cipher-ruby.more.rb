# ruleid: tokens/weak-cipher-ruby
OpenSSL::Cipher::AES.new(128, :ECB)
# ruleid: tokens/weak-cipher-ruby
OpenSSL::Cipher::AES256.new(:ECB)
# ok: tokens/weak-cipher-ruby
OpenSSL::Cipher::AES.new(256, :GCM)
# ok: tokens/weak-cipher-ruby
OpenSSL::Cipher::AES256.new(:GCM)
