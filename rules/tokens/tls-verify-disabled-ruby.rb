http = Net::HTTP.new("example.com", 443)
# ruleid: tokens/tls-verify-disabled-ruby
http.verify_mode = OpenSSL::SSL::VERIFY_NONE

# ruleid: tokens/tls-verify-disabled-ruby
Net::HTTP.start("example.com", 443, use_ssl: true, verify_mode: OpenSSL::SSL::VERIFY_NONE) { |h| h.get("/") }

# ruleid: tokens/tls-verify-disabled-ruby
client = Faraday.new(url: "https://example.com", ssl: { verify: false })

# ruleid: tokens/tls-verify-disabled-ruby
HTTParty.get("https://example.com", verify: false)

# ruleid: tokens/tls-verify-disabled-ruby
RestClient::Request.execute(method: :get, url: "https://example.com", verify_ssl: false)

# ruleid: tokens/tls-verify-disabled-ruby
URI.open("https://example.com", ssl_verify_mode: OpenSSL::SSL::VERIFY_NONE)

# ok: tokens/tls-verify-disabled-ruby
http.verify_mode = OpenSSL::SSL::VERIFY_PEER

# ok: tokens/tls-verify-disabled-ruby
http.ca_file = "/etc/ssl/private-ca.pem"

# ok: tokens/tls-verify-disabled-ruby
plain = Faraday.new(url: "https://example.com", ssl: { ca_file: "/etc/ssl/private-ca.pem" })

# ok: tokens/tls-verify-disabled-ruby
HTTParty.get("https://example.com", verify: true)

# ok: tokens/tls-verify-disabled-ruby
token.check(verify: false)

# ok: tokens/tls-verify-disabled-ruby
Net::HTTP.start("example.com", 443, use_ssl: true) { |h| h.get("/") }
