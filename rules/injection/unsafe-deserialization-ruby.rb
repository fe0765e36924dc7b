class SessionsController < ApplicationController
  def show
    # ruleid: injection/unsafe-deserialization-ruby
    @session = Marshal.load(Base64.decode64(cookies[:session]))
  end

  def import
    # ruleid: injection/unsafe-deserialization-ruby
    @items = YAML.load(params[:yaml])
  end

  def unsafe
    # ruleid: injection/unsafe-deserialization-ruby
    @items = YAML.unsafe_load(request.body.read)
  end

  def object
    # ruleid: injection/unsafe-deserialization-ruby
    @order = Oj.load(params[:order], mode: :object)
  end

  def cached
    # ruleid: injection/unsafe-deserialization-ruby
    @job = Marshal.load(redis.get("job"))
  end

  def restore(payload)
    # ruleid: injection/unsafe-deserialization-ruby
    Marshal.load(payload)
  end

  def json
    # ok: injection/unsafe-deserialization-ruby
    @order = JSON.parse(params[:order])
  end

  def safe
    # ok: injection/unsafe-deserialization-ruby
    @items = YAML.safe_load(params[:yaml])
  end

  def copy
    # ok: injection/unsafe-deserialization-ruby
    Marshal.load(Marshal.dump(@order))
  end

  def signed
    # ok: injection/unsafe-deserialization-ruby
    @session = Marshal.load(verifier.verify(cookies[:session]))
  end

  def settings
    # ok: injection/unsafe-deserialization-ruby
    YAML.load_file(Rails.root.join("config/settings.yml"))
  end

  def strict
    # ok: injection/unsafe-deserialization-ruby
    @order = Oj.load(params[:order], mode: :strict)
  end
end
