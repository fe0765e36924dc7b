class PagesController < ApplicationController
  def show
    # ruleid: injection/template-ssti-ruby
    text = ERB.new(params[:template]).result(binding)
    # ruleid: injection/template-ssti-ruby
    render inline: "<h1>Hello #{params[:name]}</h1>"
    # ruleid: injection/template-ssti-ruby
    page = Liquid::Template.parse("Hi #{params[:name]}").render
  end

  def safe
    # ok: injection/template-ssti-ruby
    text = ERB.new(TEMPLATE).result_with_hash(name: params[:name])
    # ok: injection/template-ssti-ruby
    render inline: "<h1>Hello <%= @name %></h1>"
    # ok: injection/template-ssti-ruby
    render :show, locals: { name: params[:name] }
  end
end
