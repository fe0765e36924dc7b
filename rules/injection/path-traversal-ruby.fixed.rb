class FilesController < ApplicationController
  before_action :authenticate_user!

  ROOT = "/srv/files".freeze

  def show
    path = File.expand_path(params[:name], ROOT)
    return head :not_found unless path.start_with?(ROOT + "/")

    send_file path
  end

  def logo
    send_data File.binread(File.join(ROOT, "logos", File.basename(params[:name]))), type: "image/png"
  end
end
