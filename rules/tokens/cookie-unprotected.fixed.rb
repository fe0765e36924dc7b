class SessionsController < ApplicationController
  def create
    user = User.find_by(email: params[:email])
    return head :unauthorized unless user&.authenticate(params[:password])

    reset_session
    cookies.encrypted[:auth_token] = { value: user.token, httponly: true, secure: true, same_site: :lax, expires: 1.hour }
    head :no_content
  end
end
