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

class SessionsController < ApplicationController
  def create
    target = params[:return_to]
    target = '/' unless target.start_with?('/') && !target.start_with?('//')
    # ok: injection/open-redirect-ruby
    redirect_to target
  end

  def update
    target = params[:return_to]
    target = '/' unless target.start_with?('/')
    # ruleid: injection/open-redirect-ruby
    redirect_to target
  end

  def page
    path = project_page_path(@page, parent: params[:parent])
    # ok: injection/open-redirect-ruby
    redirect_to path
  end

  def back
    # ok: injection/open-redirect-ruby
    redirect_to request.headers['Referer']
  end
end
