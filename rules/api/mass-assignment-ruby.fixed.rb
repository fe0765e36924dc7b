class ProfilesController < ApplicationController
  before_action :authenticate_user!

  def update
    current_user.profile.update(profile_params)
    head :no_content
  end

  private

  def profile_params
    params.require(:profile).permit(:name, :email)
  end
end
