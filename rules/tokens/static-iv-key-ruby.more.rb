cipher = OpenSSL::Cipher.new('aes-256-cbc')
cipher.encrypt
iv = "0" * 16
# ruleid: tokens/static-iv-key-ruby
cipher.iv = iv
secret = 'f3b1c2d4e5a697880102030405060708'
# ruleid: tokens/static-iv-key-ruby
cipher.key = secret
# ruleid: tokens/static-iv-key-ruby
crypt = ActiveSupport::MessageEncryptor.new('f3b1c2d4e5a697880102030405060708')
# ok: tokens/static-iv-key-ruby
crypt = ActiveSupport::MessageEncryptor.new(Rails.application.key_generator.generate_key('salt', 32))
# ok: tokens/static-iv-key-ruby
cipher.iv = cipher.random_iv
# ok: tokens/static-iv-key-ruby
cipher.key = ENV.fetch('DATA_KEY')
