class User
  def reset
    # ruleid: tokens/insecure-random-token-ruby
    token = rand(36**16).to_s(36)
    # ruleid: tokens/insecure-random-token-ruby
    self.reset_token = LETTERS.sample(32).join
    # ruleid: tokens/insecure-random-token-ruby
    @otp = Random.rand(1_000_000).to_s
    # ruleid: tokens/insecure-random-token-ruby
    api_key = ('a'..'z').to_a.shuffle.first(20).join
  end

  def fine
    # ok: tokens/insecure-random-token-ruby
    token = SecureRandom.hex(16)
    # ok: tokens/insecure-random-token-ruby
    self.reset_token = SecureRandom.urlsafe_base64(32)
    # ok: tokens/insecure-random-token-ruby
    color = COLORS.sample
    # ok: tokens/insecure-random-token-ruby
    delay = rand(10)
  end
end
