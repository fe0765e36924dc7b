class BasketsController < ApplicationController
  before_action :authenticate_user!

  def restore
    render json: JSON.parse(cookies[:basket]).slice("items")
  end

  def config
    render json: YAML.safe_load(params[:config], permitted_classes: [])
  end
end
