require "open3"

class HistoryController < ApplicationController
  before_action :authenticate_user!

  def log
    file = params[:file].to_s
    out, status = Open3.capture2("git", "log", "--oneline", "--", file, chdir: "/srv/repo")
    return head :internal_server_error unless status.success?

    render plain: out
  end

  def archive
    ok = system("git", "archive", "--output", "/srv/out.tgz", "HEAD", "--", params[:file].to_s, chdir: "/srv/repo")
    head(ok ? :created : :internal_server_error)
  end
end
