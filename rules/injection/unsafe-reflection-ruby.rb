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

class CallsController < ApplicationController
  def run
    # ruleid: injection/unsafe-reflection-ruby
    send(params[:name], 1)
    # ruleid: injection/unsafe-reflection-ruby
    public_send(params[:name])
    # ruleid: injection/unsafe-reflection-ruby
    method(params[:name]).call
    # ok: injection/unsafe-reflection-ruby
    send(:show, params[:name])
    # ok: injection/unsafe-reflection-ruby
    send("show_#{params[:name]}")
  end
end

class NamedController < ApplicationController
  def run
    name = "redirect_to_#{params[:kind]}"
    # ok: injection/unsafe-reflection-ruby
    send name, 1
    free = "#{params[:kind]}_path"
    # ruleid: injection/unsafe-reflection-ruby
    send free, 1
  end
end
