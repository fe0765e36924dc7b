class SessionsController < ApplicationController
  before_action :authenticate_user!

  def done
    redirect_to url_from(params[:return_to]) || root_path
  end
end
