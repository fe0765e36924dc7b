class ReportsController < ApplicationController
  def show
    # ruleid: injection/unsafe-reflection-ruby
    model = params[:type].constantize
    # ruleid: injection/unsafe-reflection-ruby
    @value = current_user.send(params[:method])
    # ruleid: injection/unsafe-reflection-ruby
    @other = Object.const_get("Report#{params[:kind]}")
  end

  def safe
    # ok: injection/unsafe-reflection-ruby
    model = MODELS.fetch(params[:type])
    # ok: injection/unsafe-reflection-ruby
    @value = current_user.send(:name)
    # ok: injection/unsafe-reflection-ruby
    @other = 'Report'.constantize
  end
end

def store
  # ok: injection/unsafe-reflection-ruby
  Setting.send("plugin_#{params[:id]}=", params[:value])
end
