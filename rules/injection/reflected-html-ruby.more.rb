class ItemsController < ApplicationController
  def action1
    # ruleid: injection/reflected-html-ruby
    render plain: params[:text], content_type: "text/html"
  end

  def action2
    # ruleid: injection/reflected-html-ruby
    render body: params[:text], content_type: "text/html"
  end

  def action3
    # ruleid: injection/reflected-html-ruby
    response.body = "<p>#{params[:text]}</p>"
  end

  def action4
    # ruleid: injection/reflected-html-ruby
    self.response_body = "<p>#{params[:text]}</p>"
  end

  def action5
    # ruleid: injection/reflected-html-ruby
    render text: "<p>#{params[:text]}</p>"
  end

  def action6
    # ruleid: injection/reflected-html-ruby
    helpers.raw(params[:text])
  end

  def action7
    # ruleid: injection/reflected-html-ruby
    render js: "show('#{params[:text]}')"
  end

  def action9
    # ok: injection/reflected-html-ruby
    render plain: params[:text]
  end

  def action10
    # ok: injection/reflected-html-ruby
    render body: params[:text], content_type: "text/plain"
  end

  def action11
    # ok: injection/reflected-html-ruby
    response.body = "<p>#{ERB::Util.html_escape(params[:text])}</p>"
  end

  def action12
    # ok: injection/reflected-html-ruby
    response.body = params[:text]
  end

  def action13
    # ok: injection/reflected-html-ruby
    render text: "<p>#{h(params[:text])}</p>"
  end

  def action14
    # ok: injection/reflected-html-ruby
    render js: "show(#{params[:text].to_json})"
  end

  def action15
    # ok: injection/reflected-html-ruby
    javascript_tag("show(#{params[:text].to_json})")
  end
end

get '/hello' do
  # ruleid: injection/reflected-html-ruby
  '<h1>' + params[:name] + '</h1>'
end

get '/escaped' do
  # ok: injection/reflected-html-ruby
  '<h1>' + Rack::Utils.escape_html(params[:name]) + '</h1>'
end

get '/plain' do
  # ok: injection/reflected-html-ruby
  'Hello ' + params[:name]
end
