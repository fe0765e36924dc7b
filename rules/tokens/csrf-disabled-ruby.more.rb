class Shop < Sinatra::Base
  # ruleid: tokens/csrf-disabled-ruby
  disable :protection
  # ruleid: tokens/csrf-disabled-ruby
  set :protection, false
  # ruleid: tokens/csrf-disabled-ruby
  set :protection, except: :authenticity_token
  # ok: tokens/csrf-disabled-ruby
  set :protection, except: :json_csrf
  # ok: tokens/csrf-disabled-ruby
  enable :protection
end

# ruleid: tokens/csrf-disabled-ruby
ActionController::Base.allow_forgery_protection = false
# ok: tokens/csrf-disabled-ruby
ActionController::Base.allow_forgery_protection = true
