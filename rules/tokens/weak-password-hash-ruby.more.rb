# ruleid: tokens/weak-password-hash-ruby
OpenSSL::Digest::MD5.hexdigest(password)
# ruleid: tokens/weak-password-hash-ruby
OpenSSL::Digest::SHA256.hexdigest(user.password)
# ruleid: tokens/weak-password-hash-ruby
Digest::MD5.base64digest(password + salt)
# ruleid: tokens/weak-password-hash-ruby
Digest::SHA1.hexdigest(salt + params[:password])
# ok: tokens/weak-password-hash-ruby
BCrypt::Password.create(password, cost: 12)
# ok: tokens/weak-password-hash-ruby
OpenSSL::Digest::SHA256.hexdigest(document)
# ok: tokens/weak-password-hash-ruby
Digest::MD5.hexdigest(name + salt)
