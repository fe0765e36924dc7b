# ruleid: tokens/timing-unsafe-compare
ok = signature == OpenSSL::HMAC.hexdigest('sha256', key, body)

def check(body, signature)
  expected = OpenSSL::HMAC.hexdigest('sha256', key, body)
  # ruleid: tokens/timing-unsafe-compare
  return false if signature != expected
  true
end

# ruleid: tokens/timing-unsafe-compare
head :ok if params[:token] == ENV['API_TOKEN']
# ruleid: tokens/timing-unsafe-compare
head :ok if request.headers['X-Api-Key'] == ENV.fetch('API_KEY')
# ok: tokens/timing-unsafe-compare
ok = ActiveSupport::SecurityUtils.secure_compare(signature, OpenSSL::HMAC.hexdigest('sha256', key, body))
# ok: tokens/timing-unsafe-compare
head :ok if Rack::Utils.secure_compare(params[:token], ENV['API_TOKEN'])
# ok: tokens/timing-unsafe-compare
head :ok if params[:format] == ENV['FORMAT']
# ok: tokens/timing-unsafe-compare
head :ok if request.headers['X-Client'] == 'web'
