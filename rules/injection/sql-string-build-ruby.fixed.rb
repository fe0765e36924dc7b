class ProductsController < ApplicationController
  before_action :authenticate_user!

  def index
    @products = Product.where("maker = ?", params[:maker]).limit(50)
  end

  def named
    @products = Product.where(name: params[:name]).limit(50)
  end

  def stock
    rows = conn.exec_params("SELECT stock FROM products WHERE sku = $1", [params[:sku]])
    render json: rows.to_a
  end
end
