# ruleid: tokens/tls-verify-disabled-ruby
Typhoeus.get('https://example.com', ssl_verifypeer: false)
# ruleid: tokens/tls-verify-disabled-ruby
Excon.new('https://example.com', ssl_verify_peer: false)
# ruleid: tokens/tls-verify-disabled-ruby
Excon.defaults[:ssl_verify_peer] = false
# ruleid: tokens/tls-verify-disabled-ruby
conn.ssl.verify = false
# ruleid: tokens/tls-verify-disabled-ruby
smtp.enable_ssl(OpenSSL::SSL::VERIFY_NONE)
# ruleid: tokens/tls-verify-disabled-ruby
context_mode = OpenSSL::SSL::VERIFY_NONE
# ruleid: tokens/tls-verify-disabled-ruby
OPTIONS = { ssl_verify_mode: OpenSSL::SSL::VERIFY_NONE }.freeze
# ruleid: tokens/tls-verify-disabled-ruby
ActionMailer::Base.smtp_settings = { address: 'mail', openssl_verify_mode: 'none' }
http = Net::HTTP.new('example.com', 443)
http.use_ssl = true
# ruleid: tokens/tls-verify-disabled-ruby
http.verify_mode = 0
# ok: tokens/tls-verify-disabled-ruby
Typhoeus.get('https://example.com', ssl_verifypeer: true)
# ok: tokens/tls-verify-disabled-ruby
conn.ssl.verify = true
# ok: tokens/tls-verify-disabled-ruby
smtp.enable_ssl(OpenSSL::SSL::VERIFY_PEER)
# ok: tokens/tls-verify-disabled-ruby
ActionMailer::Base.smtp_settings = { address: 'mail', openssl_verify_mode: 'peer' }
# ok: tokens/tls-verify-disabled-ruby
warn 'unsafe' if http.verify_mode == OpenSSL::SSL::VERIFY_NONE
# ok: tokens/tls-verify-disabled-ruby
User.create(verify: false, name: 'a')
