require "net/http"

class ImagesController < ApplicationController
  before_action :authenticate_user!

  ALLOWED_HOSTS = ["images.example.com"].freeze

  def show
    uri = URI.parse(params[:url])
    raise ArgumentError, "host" unless uri.is_a?(URI::HTTPS) && ALLOWED_HOSTS.include?(uri.host)

    answer = Net::HTTP.get_response(uri)
    return head :bad_gateway unless answer.is_a?(Net::HTTPSuccess)

    send_data answer.body, type: "image/png"
  end
end
