class ApplicationController < ActionController::Base
  protect_from_forgery with: :exception
  before_action :authenticate_user!
end

class ApiController < ActionController::API
  before_action :authenticate_token!
end

class AccountsController < ApplicationController
  def update
    current_user.update(params.require(:account).permit(:name))
    head :no_content
  end
end
