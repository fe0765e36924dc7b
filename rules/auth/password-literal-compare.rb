class SessionsController < ApplicationController
  def create
    # ruleid: auth/password-literal-compare
    if params[:username] == 'admin' && params[:password] == 'sommer2024'
      session[:admin] = true
    end
    # ruleid: auth/password-literal-compare
    return head :unauthorized if password != 'letmein99'
    # ruleid: auth/password-literal-compare
    session[:admin] = true if params["password"] == 'hunter42'
    # ruleid: auth/password-literal-compare
    session[:admin] = true if @admin_key == 'k9-rex-77'
    # ok: auth/password-literal-compare
    return if password == ''
    # ok: auth/password-literal-compare
    return if params[:password] != params[:password_confirmation]
    # ok: auth/password-literal-compare
    return unless user&.authenticate(params[:password])
    # ok: auth/password-literal-compare
    return if params[:grant_type] == 'password'
    # ok: auth/password-literal-compare
    return if ENV['ADMIN_PASSWORD'] == 'sommer2024'
    # ok: auth/password-literal-compare
    return if field == 'password'
  end
end
