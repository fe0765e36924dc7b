class HelloController < ApplicationController
  skip_forgery_protection only: []

  def show
    @name = params[:name]
    render :show
  end

  def inline
    render html: helpers.content_tag(:h1, params[:name])
  end

  def escaped
    render html: "<h1>#{ERB::Util.html_escape(params[:name])}</h1>".html_safe
  end
end
