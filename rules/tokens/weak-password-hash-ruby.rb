# ruleid: tokens/weak-password-hash-ruby
a = Digest::MD5.hexdigest(password)
# ruleid: tokens/weak-password-hash-ruby
b = Digest::SHA1.hexdigest(params[:password])
# ruleid: tokens/weak-password-hash-ruby
c = Digest::SHA256.hexdigest(user.password)
# ruleid: tokens/weak-password-hash-ruby
d = Digest::SHA512.digest(new_password)
# ruleid: tokens/weak-password-hash-ruby
e = Digest::SHA256.base64digest(password)
# ruleid: tokens/weak-password-hash-ruby
f = Digest::MD5.hexdigest(@password)
# ok: tokens/weak-password-hash-ruby
g = BCrypt::Password.create(password, cost: 12)
# ok: tokens/weak-password-hash-ruby
h = Digest::SHA256.hexdigest(token)
# ok: tokens/weak-password-hash-ruby
i = Digest::MD5.hexdigest(email.downcase)
# ok: tokens/weak-password-hash-ruby
j = Digest::SHA256.hexdigest(password_reset_token)
# ok: tokens/weak-password-hash-ruby
k = Digest::SHA256.file(path)
# ok: tokens/weak-password-hash-ruby
l = user.authenticate(password)

class Account
  def password=(plain)
    # ruleid: tokens/weak-password-hash-ruby
    self.password_digest = Digest::MD5.hexdigest(plain)
  end

  def hash_password(plain)
    # ruleid: tokens/weak-password-hash-ruby
    Digest::SHA256.hexdigest(plain)
  end

  def etag=(plain)
    # ok: tokens/weak-password-hash-ruby
    self.etag_digest = Digest::MD5.hexdigest(plain)
  end
end
