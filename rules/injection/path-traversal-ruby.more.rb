class ItemsController < ApplicationController
  def action1
    # ruleid: injection/path-traversal-ruby
    IO.readlines("files/#{params[:name]}")
  end

  def action2
    # ruleid: injection/path-traversal-ruby
    IO.write("files/#{params[:name]}", "x")
  end

  def action3
    # ruleid: injection/path-traversal-ruby
    File.rename("upload.tmp", "files/#{params[:name]}")
  end

  def action4
    # ruleid: injection/path-traversal-ruby
    FileUtils.mv("files/#{params[:name]}", "old")
  end

  def action5
    # ruleid: injection/path-traversal-ruby
    FileUtils.remove_entry("files/#{params[:name]}")
  end

  def action6
    # ruleid: injection/path-traversal-ruby
    Dir.mkdir("files/#{params[:name]}")
  end

  def action7
    # ruleid: injection/path-traversal-ruby
    Dir.foreach("files/#{params[:name]}") { |f| puts f }
  end

  def action8
    # ruleid: injection/path-traversal-ruby
    CSV.read("files/#{params[:name]}")
  end

  def action9
    # ruleid: injection/path-traversal-ruby
    Pathname.new("files/#{params[:name]}").read
  end

  def action10
    # ruleid: injection/path-traversal-ruby
    Rails.root.join("files", params[:name]).read
  end

  def action11
    # ruleid: injection/path-traversal-ruby
    render file: "files/#{params[:name]}"
  end

  def action12
    # ruleid: injection/path-traversal-ruby
    open("files/#{params[:name]}").read
  end

  def action13
    # ruleid: injection/path-traversal-ruby
    File.symlink("a", "files/#{params[:name]}")
  end

  def action14
    # ok: injection/path-traversal-ruby
    IO.readlines("files/#{File.basename(params[:name])}")
  end

  def action15
    # ok: injection/path-traversal-ruby
    File.rename("upload.tmp", "files/#{params[:id].to_i}")
  end

  def action16
    # ok: injection/path-traversal-ruby
    Dir.mkdir("files/#{File.basename(params[:name])}")
  end

  def action17
    # ok: injection/path-traversal-ruby
    CSV.read(params[:file].tempfile)
  end

  def action18
    # ok: injection/path-traversal-ruby
    Pathname.new("files/list").read
  end

  def action19
    # ok: injection/path-traversal-ruby
    Rails.root.join("files", File.basename(params[:name])).read
  end

  def action20
    # ok: injection/path-traversal-ruby
    render file: "public/404.html"
  end

  def action21
    # ok: injection/path-traversal-ruby
    Pathname.new(params[:name]).basename.to_s
  end
end
