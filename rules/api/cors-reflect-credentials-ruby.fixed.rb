class ApiController < ApplicationController
  ORIGINS = ['https://app.example.com'].freeze

  def open
    origin = request.headers['Origin']
    if ORIGINS.include?(origin)
      headers['Access-Control-Allow-Origin'] = origin
      headers['Access-Control-Allow-Credentials'] = 'true'
    end
  end
end
