class PreviewsController < ApplicationController
  ALLOWED_HOSTS = %w[api.example.com].freeze

  def show
    # ruleid: injection/ssrf-ruby
    @page = Net::HTTP.get(URI(params[:url]))
  end

  def image
    # ruleid: injection/ssrf-ruby
    send_data URI.open(params[:src]).read
  end

  def webhook
    callback = params.require(:callback)
    # ruleid: injection/ssrf-ruby
    HTTParty.post(callback, body: { ok: true })
  end

  def status
    # ruleid: injection/ssrf-ruby
    render plain: Faraday.get("https://#{params[:host]}/status").body
  end

  def feed
    uri = URI.parse(params[:feed])
    # ruleid: injection/ssrf-ruby
    response = Net::HTTP.get_response(uri)
    render plain: response.body
  end

  def rest
    # ruleid: injection/ssrf-ruby
    render plain: RestClient.get("http://" + params[:host])
  end

  def user
    # ok: injection/ssrf-ruby
    render plain: Faraday.get("https://api.example.com/users/#{params[:name]}").body
  end

  def query
    # ok: injection/ssrf-ruby
    render plain: HTTParty.get("https://api.example.com/search?q=" + CGI.escape(params[:q])).body
  end

  def listed
    uri = URI.parse(params[:url])
    raise ArgumentError, "host" unless ALLOWED_HOSTS.include?(uri.host)

    # ok: injection/ssrf-ruby
    render plain: Net::HTTP.get(uri)
  end

  def option
    # ok: injection/ssrf-ruby
    render plain: HTTParty.get("https://api.example.com/items", query: { q: params[:q] }).body
  end

  def item
    # ok: injection/ssrf-ruby
    render plain: Faraday.get("#{base_url}/items/#{params[:id]}").body
  end

  def fetch(url)
    # ok: injection/ssrf-ruby
    Net::HTTP.get(URI(url))
  end
end

class FeedsController < ApplicationController
  def show
    feed = { 'news' => 'https://news.example.com/feed' }.fetch(params[:feed])
    # ok: injection/ssrf-ruby
    render plain: URI.open(feed).read
  end
end
