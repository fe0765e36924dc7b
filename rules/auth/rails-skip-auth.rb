class OrdersController < ApplicationController
  # ruleid: auth/rails-skip-auth
  skip_before_action :authenticate_user!

  def update
    @order = Order.find(params[:id])
    @order.update(order_params)
  end
end

class NotesController < ApplicationController
  # ruleid: auth/rails-skip-auth
  skip_before_action :require_login, only: %i[show update destroy]

  def destroy
    Note.find(params[:id]).destroy
  end
end

class ReportsController < ApplicationController
  # ruleid: auth/rails-skip-auth
  skip_before_action :authorize_request, raise: false

  def create
    Report.create!(report_params)
  end
end

class ItemsController < ApplicationController
  # ruleid: auth/rails-skip-auth
  allow_unauthenticated_access

  def create
    Item.create!(item_params)
  end
end

class ArticlesController < ApplicationController
  # ok: auth/rails-skip-auth
  skip_before_action :authenticate_user!, only: %i[index show]

  def create
    current_user.articles.create!(article_params)
  end
end

class HomeController < ApplicationController
  # ok: auth/rails-skip-auth
  skip_before_action :authenticate_user!

  def index; end
end

class SessionsController < ApplicationController
  # ok: auth/rails-skip-auth
  skip_before_action :require_login
  # ok: auth/rails-skip-auth
  allow_unauthenticated_access only: %i[new create]

  def create
    user = User.authenticate_by(session_params)
    start_new_session_for(user)
  end
end

class StripeWebhooksController < ApplicationController
  # ok: auth/rails-skip-auth
  skip_before_action :authenticate_user!

  def create
    Stripe::Webhook.construct_event(request.body.read, request.headers['Stripe-Signature'], secret)
  end
end

class PhotosController < ApplicationController
  # ok: auth/rails-skip-auth
  skip_before_action :set_locale
  # ok: auth/rails-skip-auth
  skip_before_action :load_photo, only: %i[create update]

  def update
    current_user.photos.find(params[:id]).update(photo_params)
  end
end

class DraftsController < ApplicationController
  # ruleid: auth/rails-skip-auth
  before_action :authenticate_user!, except: [:index, :show, :destroy]

  def destroy
    Draft.find(params[:id]).destroy
  end
end

class PagesController < ApplicationController
  # ok: auth/rails-skip-auth
  before_action :authenticate_user!, except: [:index, :show]

  def destroy
    current_user.pages.find(params[:id]).destroy
  end
end
