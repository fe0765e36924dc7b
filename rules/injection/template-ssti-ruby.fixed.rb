class PagesController < ApplicationController
  def show
    @name = params[:name]
    render inline: "<h1>Hello <%= @name %></h1>"
  end
end
