class FilesController < ApplicationController
  ROOT = "/srv/files"

  def download
    # ruleid: injection/path-traversal-ruby
    send_file(File.join(ROOT, params[:name]))
  end

  def show
    path = "#{ROOT}/#{params[:path]}"
    # ruleid: injection/path-traversal-ruby
    render plain: File.read(path)
  end

  def upload
    uploaded = params[:file]
    # ruleid: injection/path-traversal-ruby
    File.open(Rails.root.join("public", "uploads", uploaded.original_filename), "wb") { |file| file.write(uploaded.read) }
  end

  def save
    # ruleid: injection/path-traversal-ruby
    File.write(ROOT + "/" + params[:title], "text")
  end

  def remove
    # ruleid: injection/path-traversal-ruby
    FileUtils.rm_rf(Rails.root.join("tmp", params[:folder]))
  end

  def list
    # ruleid: injection/path-traversal-ruby
    render json: Dir.entries("#{ROOT}/#{params[:folder]}")
  end

  def last
    # ok: injection/path-traversal-ruby
    send_file(File.join(ROOT, File.basename(params[:name])))
  end

  def checked
    path = File.expand_path(params[:name], ROOT)
    return head :not_found unless path.start_with?(ROOT + "/")

    # ok: injection/path-traversal-ruby
    send_file(path)
  end

  def invoice
    # ok: injection/path-traversal-ruby
    send_file("/srv/invoices/#{params[:id].to_i}.pdf")
  end

  def stored
    # ok: injection/path-traversal-ruby
    send_file(Document.find(params[:id]).path)
  end

  def content
    # ok: injection/path-traversal-ruby
    File.write("/srv/last.txt", params[:text])
  end

  def load(name)
    # ok: injection/path-traversal-ruby
    File.read(File.join(ROOT, name))
  end

  def script
    # ok: injection/path-traversal-ruby
    File.read(ARGV[0])
  end
end

def export
  path = PdfRenderer.new(params).render
  # ok: injection/path-traversal-ruby
  send_data File.binread(path)
end
