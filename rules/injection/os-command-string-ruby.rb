class ToolsController < ApplicationController
  def ping
    # ruleid: injection/os-command-string-ruby
    @output = `ping -c 1 #{params[:host]}`
  end

  def lookup
    # ruleid: injection/os-command-string-ruby
    system("nslookup #{params[:domain]}")
  end

  def convert
    command = "convert " + params[:file] + " out.png"
    # ruleid: injection/os-command-string-ruby
    out, status = Open3.capture2(command)
    render plain: out
  end

  def run
    # ruleid: injection/os-command-string-ruby
    exec(params[:cmd])
  end

  def archive(folder)
    # ruleid: injection/os-command-string-ruby
    system("tar czf backup.tgz #{folder}")
  end

  def log(ref)
    # ruleid: injection/os-command-string-ruby
    IO.popen("git log #{ref}").read
  end

  def listed
    # ok: injection/os-command-string-ruby
    system("ping", "-c", "1", params[:host])
  end

  def captured
    # ok: injection/os-command-string-ruby
    out, status = Open3.capture2("git", "log", "--", params[:ref])
    render plain: out
  end

  def escaped
    # ok: injection/os-command-string-ruby
    @output = `ping -c 1 #{Shellwords.escape(params[:host])}`
  end

  def number
    # ok: injection/os-command-string-ruby
    system("tail -n #{params[:lines].to_i} log/production.log")
  end

  def uptime
    # ok: injection/os-command-string-ruby
    @output = `uptime`
  end

  def popen(ref)
    # ok: injection/os-command-string-ruby
    IO.popen(["git", "log", ref]).read
  end

  def shell(command)
    # ok: injection/os-command-string-ruby
    system(command)
  end
end

def thumbnail(source, size)
  cmd = "convert #{shell_quote source} -resize #{shell_quote "#{size}x#{size}"} out.png"
  # ok: injection/os-command-string-ruby
  system(cmd)
end

class ShellsController < ApplicationController
  def run
    # ruleid: injection/os-command-string-ruby
    IO.popen(['sh', '-c', params[:line]])
    # ruleid: injection/os-command-string-ruby
    system('bash', '-c', params[:line])
    # ruleid: injection/os-command-string-ruby
    PTY.spawn(params[:line])
    # ruleid: injection/os-command-string-ruby
    open("|ls #{params[:folder]}")
    # ruleid: injection/os-command-string-ruby
    system("ls #{request.query_parameters[:folder]}")
    # ok: injection/os-command-string-ruby
    IO.popen(['ls', '--', params[:folder]])
    # ok: injection/os-command-string-ruby
    system('sort', '-c', params[:file])
  end
end

class EachController < ApplicationController
  def run
    params.each do |key, value|
      # ruleid: injection/os-command-string-ruby
      system("echo #{value}")
    end
    # ok: injection/os-command-string-ruby
    %w[a b].each_with_index { |name, index| system("echo #{index}") }
  end
end
