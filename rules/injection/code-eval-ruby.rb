class ScriptsController < ApplicationController
  OPERATIONS = { "add" => ->(a, b) { a + b } }.freeze

  def run
    # ruleid: injection/code-eval-ruby
    @result = eval(params[:code])
  end

  def formula
    # ruleid: injection/code-eval-ruby
    @result = eval("1 + #{params[:formula]}")
  end

  def instance
    code = request.body.read
    # ruleid: injection/code-eval-ruby
    @user.instance_eval(code)
  end

  def patch
    # ruleid: injection/code-eval-ruby
    User.class_eval(params[:source])
  end

  def call
    # ruleid: injection/code-eval-ruby
    @user.send(params[:method], params[:value])
  end

  def bound
    # ruleid: injection/code-eval-ruby
    binding.eval(params[:code])
  end

  def table
    # ok: injection/code-eval-ruby
    @result = OPERATIONS.fetch(params[:operation]).call(1, 2)
  end

  def json
    # ok: injection/code-eval-ruby
    @result = JSON.parse(params[:code])
  end

  def fixed
    # ok: injection/code-eval-ruby
    eval("1 + 1")
  end

  def block
    # ok: injection/code-eval-ruby
    User.class_eval { attr_accessor :note }
  end

  def sent
    # ok: injection/code-eval-ruby
    @user.send(:rename, params[:name])
  end

  def number
    # ok: injection/code-eval-ruby
    eval("1 + #{params[:n].to_i}")
  end
end

def store
  # ok: injection/code-eval-ruby
  Setting.send("plugin_#{params[:id]}=", params[:value])
end

def scoped(&block)
  # ok: injection/code-eval-ruby
  params.instance_eval(&block)
end
