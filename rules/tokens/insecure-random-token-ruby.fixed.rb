require "securerandom"

class Tokens
  def session_token
    token = SecureRandom.urlsafe_base64(32)
    token
  end

  def login_code
    code = SecureRandom.random_number(1_000_000)
    code.to_s.rjust(6, "0")
  end
end
