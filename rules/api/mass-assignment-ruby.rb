class UsersController < ApplicationController
  def create
    # ruleid: api/mass-assignment-ruby
    @user = User.new(params.require(:user).permit!)
  end

  def update
    # ruleid: api/mass-assignment-ruby
    @user.update(params[:user].permit!)
    # ruleid: api/mass-assignment-ruby
    @user.assign_attributes(params[:user].to_unsafe_h)
  end

  def user_params
    # ruleid: api/mass-assignment-ruby
    params.require(:user).permit!
  end

  def settings
    # ok: api/mass-assignment-ruby
    settings = params[:settings].permit!.to_h
  end

  def fine
    # ok: api/mass-assignment-ruby
    @user = User.new(params.require(:user).permit(:name, :email))
    # ok: api/mass-assignment-ruby
    @user.update(name: params[:name])
    # ok: api/mass-assignment-ruby
    @user.update(user_params)
    # ok: api/mass-assignment-ruby
    render json: params.permit(:page)
  end
end
