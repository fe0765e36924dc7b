class ApplicationController < ActionController::Base
  # ruleid: tokens/csrf-disabled-ruby
  skip_before_action :verify_authenticity_token
end

class AccountsController < ApplicationController
  before_action :authenticate_user!
  # ruleid: tokens/csrf-disabled-ruby
  skip_before_action :verify_authenticity_token, only: [:update]
end

class ProfilesController < ApplicationController
  before_action :authenticate_user!
  # ruleid: tokens/csrf-disabled-ruby
  skip_forgery_protection
end

class HooksController < ApplicationController
  # ok: tokens/csrf-disabled-ruby
  skip_before_action :verify_authenticity_token
end

class OrdersController < ApplicationController
  # ok: tokens/csrf-disabled-ruby
  protect_from_forgery with: :exception
  # ok: tokens/csrf-disabled-ruby
  skip_before_action :set_locale
end

Rails.application.configure do
  # ruleid: tokens/csrf-disabled-ruby
  config.action_controller.allow_forgery_protection = false
  # ok: tokens/csrf-disabled-ruby
  config.action_controller.default_protect_from_forgery = true
end
