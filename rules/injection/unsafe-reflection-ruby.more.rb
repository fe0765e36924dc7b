class ItemsController < ApplicationController
  def action1
    # ruleid: injection/unsafe-reflection-ruby
    Shapes.const_get(params[:kind])
  end

  def action2
    # ruleid: injection/unsafe-reflection-ruby
    User.instance_method(params[:method])
  end

  def action3
    # ruleid: injection/unsafe-reflection-ruby
    user.try(params[:field])
  end

  def action4
    # ruleid: injection/unsafe-reflection-ruby
    require params[:plugin]
  end

  def action5
    # ruleid: injection/unsafe-reflection-ruby
    load params[:plugin]
  end

  def action7
    # ok: injection/unsafe-reflection-ruby
    Shapes.const_get(:Circle)
  end

  def action8
    # ok: injection/unsafe-reflection-ruby
    User.instance_method(:name)
  end

  def action9
    # ok: injection/unsafe-reflection-ruby
    user.try(:name)
  end

  def action10
    # ok: injection/unsafe-reflection-ruby
    require "json"
  end

  def action11
    # ok: injection/unsafe-reflection-ruby
    load "tasks.rake"
  end

end
