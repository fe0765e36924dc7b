class TokensController < ApplicationController
  def create
    # ruleid: tokens/cookie-unprotected
    cookies[:jwt] = { value: token, secure: true }
  end
end

# ruleid: tokens/cookie-unprotected
cookies.permanent[:auth_token] = user.auth_token
# ruleid: tokens/cookie-unprotected
response.set_cookie('token', { value: token, httponly: false })
# ruleid: tokens/cookie-unprotected
Rails.application.config.session_store :cookie_store, key: '_app', httponly: false
# ruleid: tokens/cookie-unprotected
Rails.application.config.session_store :cookie_store, key: '_app', secure: false
# ok: tokens/cookie-unprotected
cookies.permanent[:auth_token] = { value: user.auth_token, httponly: true, secure: true }
# ok: tokens/cookie-unprotected
cookies.permanent[:theme] = 'dark'
# ok: tokens/cookie-unprotected
Rails.application.config.session_store :cookie_store, key: '_app', secure: true
# ok: tokens/cookie-unprotected
response.set_cookie('token', { value: token, httponly: true, secure: true })
