class PagesController < ApplicationController
  def hello
    # ruleid: injection/reflected-html-ruby
    render html: "<h1>Hello #{params[:name]}</h1>".html_safe
  end

  def bio
    @bio = params[:bio]
    # ruleid: injection/reflected-html-ruby
    @html = raw(@bio)
  end

  def note
    text = params[:text].strip
    # ruleid: injection/reflected-html-ruby
    flash[:notice] = "Saved <b>#{text}</b>".html_safe
  end

  def fine
    # ok: injection/reflected-html-ruby
    render html: helpers.content_tag(:h1, "Hello #{params[:name]}")
  end

  def clean
    # ok: injection/reflected-html-ruby
    @html = sanitize(params[:bio]).html_safe
    # ok: injection/reflected-html-ruby
    @label = "<b>#{ERB::Util.html_escape(params[:label])}</b>".html_safe
  end

  def field
    # ok: injection/reflected-html-ruby
    @field = text_field_tag("settings[#{params[:name]}]", params[:value]).html_safe
  end

  def plain
    # ok: injection/reflected-html-ruby
    render plain: "Hello #{params[:name]}"
  end
end

get '/hello' do
  # ruleid: injection/reflected-html-ruby
  "<h1>Hello #{params[:name]}</h1>"
end

get '/fine' do
  # ok: injection/reflected-html-ruby
  "<h1>Hello #{Rack::Utils.escape_html(params[:name])}</h1>"
end

class HeadingsController < ApplicationController
  def show
    # ok: injection/reflected-html-ruby
    render html: helpers.tag.h1("Results for #{params[:q]}")
  end
end
