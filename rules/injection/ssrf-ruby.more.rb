class ItemsController < ApplicationController
  def action1
    # ruleid: injection/ssrf-ruby
    RestClient::Request.execute(method: :get, url: params[:url])
  end

  def action2
    # ruleid: injection/ssrf-ruby
    HTTPClient.get(params[:url])
  end

  def action3
    # ruleid: injection/ssrf-ruby
    Curl.get(params[:url])
  end

  def action4
    # ruleid: injection/ssrf-ruby
    TCPSocket.new(params[:host], 80)
  end

  def action5
    # ruleid: injection/ssrf-ruby
    URI(params[:url]).open
  end

  def action6
    # ruleid: injection/ssrf-ruby
    Mechanize.new.get(params[:url])
  end

  def action7
    # ruleid: injection/ssrf-ruby
    OpenURI.open_uri(params[:url])
  end

  def action8
    # ruleid: injection/ssrf-ruby
    Typhoeus::Request.new(params[:url])
  end

  def action9
    # ruleid: injection/ssrf-ruby
    open(params[:url]).read
  end

  def action10
    # ok: injection/ssrf-ruby
    RestClient::Request.execute(method: :get, url: "https://api.example.com/items/#{params[:id].to_i}")
  end

  def action11
    # ok: injection/ssrf-ruby
    HTTPClient.get("https://api.example.com/items?q=#{params[:q]}")
  end

  def action12
    # ok: injection/ssrf-ruby
    Curl.get("https://api.example.com/")
  end

  def action13
    # ok: injection/ssrf-ruby
    TCPSocket.new("db.example.com", params[:port].to_i)
  end

  def action14
    # ok: injection/ssrf-ruby
    dialog.open(params[:title])
  end

  def action15
    # ok: injection/ssrf-ruby
    open("list.txt").read
  end
end
