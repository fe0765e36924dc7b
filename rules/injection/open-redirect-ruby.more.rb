class ItemsController < ApplicationController
  def action1
    # ruleid: injection/open-redirect-ruby
    response.headers["Location"] = params[:next]
  end

  def action2
    # ruleid: injection/open-redirect-ruby
    head :found, location: params[:next]
  end

  def action3
    # ruleid: injection/open-redirect-ruby
    redirect_back fallback_location: params[:next]
  end

  def action4
    # ruleid: injection/open-redirect-ruby
    response.redirect(params[:next])
  end

  def action5
    # ruleid: injection/open-redirect-ruby
    redirect_back_or_to params[:next]
  end

  def action6
    # ok: injection/open-redirect-ruby
    response.headers["Location"] = items_path
  end

  def action7
    # ok: injection/open-redirect-ruby
    head :created, location: item_url(params[:id])
  end

  def action8
    # ok: injection/open-redirect-ruby
    redirect_back fallback_location: root_path
  end

  def action9
    # ok: injection/open-redirect-ruby
    response.redirect("/login")
  end

  def action10
    # ok: injection/open-redirect-ruby
    redirect_back_or_to items_path
  end
end
