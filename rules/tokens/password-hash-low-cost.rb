require 'bcrypt'

def low(password)
  # ruleid: tokens/password-hash-low-cost
  BCrypt::Password.create(password, cost: 4)
  # ruleid: tokens/password-hash-low-cost
  BCrypt::Password.create(password, :cost => 5)
  # ruleid: tokens/password-hash-low-cost
  BCrypt::Password.create(params[:password], cost: 6)
end

def high(password)
  # ok: tokens/password-hash-low-cost
  BCrypt::Password.create(password)
  # ok: tokens/password-hash-low-cost
  BCrypt::Password.create(password, cost: 12)
  # ok: tokens/password-hash-low-cost
  BCrypt::Password.create(password, cost: COST)
end
