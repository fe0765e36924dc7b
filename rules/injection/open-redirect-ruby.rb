class SessionsController < ApplicationController
  def create
    # ruleid: injection/open-redirect-ruby
    redirect_to params[:return_to]
  end

  def leave
    url = params[:url]
    # ruleid: injection/open-redirect-ruby
    redirect_to url, allow_other_host: true
  end

  def fine
    # ok: injection/open-redirect-ruby
    redirect_to url_from(params[:return_to]) || root_path
  end

  def item
    # ok: injection/open-redirect-ruby
    redirect_to item_path(params[:id])
  end

  def local
    # ok: injection/open-redirect-ruby
    redirect_to params[:return_to], allow_other_host: false
  end

  def home
    # ok: injection/open-redirect-ruby
    redirect_to '/home'
  end
end

get '/go' do
  # ruleid: injection/open-redirect-ruby
  redirect params[:to]
end

get '/out' do
  # ruleid: injection/open-redirect-ruby
  redirect "https://#{params[:host]}/start"
end
