class TokensController < ApplicationController
  def create
    # ruleid: tokens/cookie-unprotected
    cookies[:jwt] = { value: token, secure: true }
  end
end
