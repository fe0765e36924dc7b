class ItemsController < ApplicationController
  def action1
    # ruleid: injection/template-ssti-ruby
    Erubis::Eruby.new(params[:text]).result
  end

  def action2
    # ruleid: injection/template-ssti-ruby
    Mustache.render(params[:text])
  end

  def action3
    # ruleid: injection/template-ssti-ruby
    Slim::Template.new(nil) { params[:text] }.render
  end

  def action4
    # ok: injection/template-ssti-ruby
    Erubis::Eruby.new(File.read("a.erb")).result(name: params[:name])
  end

  def action5
    # ok: injection/template-ssti-ruby
    Mustache.render("Hi {{name}}", name: params[:name])
  end

  def action6
    # ok: injection/template-ssti-ruby
    Slim::Template.new("a.slim").render(self, name: params[:name])
  end
end
