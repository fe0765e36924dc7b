class SessionsController < ApplicationController
  def create
    user = User.find_by(email: params[:email])
    return head :unauthorized unless user&.authenticate(params[:password])

    reset_session
    session[:user_id] = user.id
    head :no_content
  end

  private

  def admin_key?
    ActiveSupport::SecurityUtils.secure_compare(request.headers["X-Admin-Key"].to_s, ENV.fetch("ADMIN_KEY"))
  end
end
