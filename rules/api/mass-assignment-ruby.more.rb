class UsersController < ApplicationController
  def create
    # ruleid: api/mass-assignment-ruby
    User.create!(params.to_unsafe_hash)
  end

  def update
    # ruleid: api/mass-assignment-ruby
    user.update(params[:user].to_unsafe_hash)
  end

  def fine
    # ok: api/mass-assignment-ruby
    User.create!(params.permit(:name, :email))
  end

  def read
    # ok: api/mass-assignment-ruby
    logger.debug(params.to_unsafe_hash)
  end
end
