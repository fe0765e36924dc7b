class ItemsController < ApplicationController
  def action1
    # ruleid: injection/os-command-string-ruby
    Process.exec("ls #{params[:dir]}")
  end

  def action2
    # ruleid: injection/os-command-string-ruby
    ssh.exec!("ls #{params[:dir]}")
  end

  def action3
    # ruleid: injection/os-command-string-ruby
    POSIX::Spawn::Child.new("ls #{params[:dir]}")
  end

  def action4
    # ruleid: injection/os-command-string-ruby
    Open3.popen2e("ls #{params[:dir]}")
  end

  def action5
    # ruleid: injection/os-command-string-ruby
    IO.read("|ls #{params[:dir]}")
  end

  def action6
    # ruleid: injection/os-command-string-ruby
    system("ping #{request.host}")
  end

  def action7
    # ruleid: injection/os-command-string-ruby
    system("log #{request.referer}")
  end

  def action8
    # ok: injection/os-command-string-ruby
    Process.exec("ls", params[:dir])
  end

  def action9
    # ok: injection/os-command-string-ruby
    ssh.exec!("uptime")
  end

  def action10
    # ok: injection/os-command-string-ruby
    POSIX::Spawn::Child.new("ls", params[:dir])
  end

  def action11
    # ok: injection/os-command-string-ruby
    Open3.popen2e("ls", params[:dir])
  end

  def action12
    # ok: injection/os-command-string-ruby
    IO.read("/var/lib/app/state")
  end

  def action13
    # ok: injection/os-command-string-ruby
    system("ping", request.host)
  end
end

get '/files/:name' do |name|
  # ruleid: injection/os-command-string-ruby
  system("cat #{name}")
end

post '/any/*' do |path|
  # ruleid: injection/os-command-string-ruby
  `cat #{path}`
end

get '/start' do |unused|
  # ok: injection/os-command-string-ruby
  system("date")
end

class App < Roda
  route do |r|
    r.get "list" do
      # ruleid: injection/os-command-string-ruby
      system("ls #{r.params["dir"]}")
      # ok: injection/os-command-string-ruby
      system("ls", r.params["dir"])
    end
  end
end

app = lambda do |env|
  query = Rack::Utils.parse_query(env["QUERY_STRING"])
  # ruleid: injection/os-command-string-ruby
  system("ls #{query["dir"]}")
  # ok: injection/os-command-string-ruby
  system("ls #{env["app.folder"]}")
  [200, {}, []]
end

cgi = CGI.new
# ruleid: injection/os-command-string-ruby
system("ls #{cgi["dir"]}")
# ok: injection/os-command-string-ruby
system("ls", cgi["dir"])
