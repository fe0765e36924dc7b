class ApiController < ApplicationController
  def open
    # ruleid: api/cors-reflect-credentials-ruby
    headers['Access-Control-Allow-Origin'] = request.headers['Origin']
    headers['Access-Control-Allow-Credentials'] = 'true'
  end

  def open_response
    # ruleid: api/cors-reflect-credentials-ruby
    response.headers['Access-Control-Allow-Origin'] = request.headers['Origin']
    response.headers['Access-Control-Allow-Credentials'] = 'true'
  end

  def open_env
    response.headers['Access-Control-Allow-Credentials'] = 'true'
    # ruleid: api/cors-reflect-credentials-ruby
    response.headers['Access-Control-Allow-Origin'] = request.env['HTTP_ORIGIN']
  end

  def listed
    if ALLOWED.include?(request.headers['Origin'])
      # ok: api/cors-reflect-credentials-ruby
      headers['Access-Control-Allow-Origin'] = request.headers['Origin']
      headers['Access-Control-Allow-Credentials'] = 'true'
    end
  end

  def fixed
    # ok: api/cors-reflect-credentials-ruby
    headers['Access-Control-Allow-Origin'] = 'https://app.example.com'
    headers['Access-Control-Allow-Credentials'] = 'true'
  end

  def without
    # ok: api/cors-reflect-credentials-ruby
    headers['Access-Control-Allow-Origin'] = request.headers['Origin']
  end
end

config.middleware.insert_before 0, Rack::Cors do
  allow do
    origins '*'
    # ruleid: api/cors-reflect-credentials-ruby
    resource '*', headers: :any, methods: :any, credentials: true
  end
  allow do
    origins 'app.example.com'
    # ok: api/cors-reflect-credentials-ruby
    resource '*', headers: :any, methods: :any, credentials: true
  end
end
