class SessionsController < ApplicationController
  def create
    # ruleid: tokens/cookie-unprotected
    cookies[:auth_token] = user.token
    # ruleid: tokens/cookie-unprotected
    cookies[:session_id] = { value: id, httponly: false }
    # ok: tokens/cookie-unprotected
    cookies[:session_id] = { value: id, httponly: true, secure: true }
    # ok: tokens/cookie-unprotected
    cookies[:theme] = 'dark'
    # ok: tokens/cookie-unprotected
    cookies.encrypted[:auth_token] = { value: user.token, httponly: true, secure: true }
  end
end

class TokensController < ApplicationController
  def create
    # ruleid: tokens/cookie-unprotected
    cookies[:access_token] = { value: user.token, secure: true }
  end
end
