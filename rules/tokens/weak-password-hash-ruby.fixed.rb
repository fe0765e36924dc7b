require "bcrypt"

class Account < ApplicationRecord
  has_secure_password

  def self.digest(password)
    BCrypt::Password.create(password, cost: 12)
  end
end
