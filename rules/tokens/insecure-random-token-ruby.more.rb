# ruleid: tokens/insecure-random-token-ruby
token = (0...8).map { (65 + rand(26)).chr }.join
# ruleid: tokens/insecure-random-token-ruby
reset_token = Digest::SHA1.hexdigest(Time.now.to_s)
# ruleid: tokens/insecure-random-token-ruby
api_key = Random.new.bytes(16)
# ruleid: tokens/insecure-random-token-ruby
session_id = Kernel.rand
# ruleid: tokens/insecure-random-token-ruby
token = Digest::MD5.hexdigest(rand.to_s)
# ruleid: tokens/insecure-random-token-ruby
secret = Array.new(10) { rand(10) }.join

def generate_token
  # ruleid: tokens/insecure-random-token-ruby
  rand(36**8).to_s(36)
end

# ok: tokens/insecure-random-token-ruby
token = Array.new(8) { SecureRandom.alphanumeric }.join
# ok: tokens/insecure-random-token-ruby
etag = Digest::SHA1.hexdigest(Time.now.to_s)

def generate_token
  # ok: tokens/insecure-random-token-ruby
  SecureRandom.hex(16)
end

def generate_color
  # ok: tokens/insecure-random-token-ruby
  rand(255)
end
