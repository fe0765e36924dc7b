class ItemsController < ApplicationController
  def action1
    # ruleid: injection/unsafe-deserialization-ruby
    Oj.load(params[:data])
  end

  def action2
    # ruleid: injection/unsafe-deserialization-ruby
    JSON.parse(params[:data], create_additions: true)
  end

  def action3
    # ruleid: injection/unsafe-deserialization-ruby
    Ox.parse_obj(params[:data])
  end

  def action4
    # ruleid: injection/unsafe-deserialization-ruby
    YAML.load_stream(params[:data])
  end

  def action5
    # ruleid: injection/unsafe-deserialization-ruby
    Plist.parse_xml(params[:data], marshal: true)
  end

  def action6
    # ruleid: injection/unsafe-deserialization-ruby
    Ox.load(params[:data], mode: :object)
  end

  def action7
    # ok: injection/unsafe-deserialization-ruby
    Oj.safe_load(params[:data])
  end

  def action8
    # ok: injection/unsafe-deserialization-ruby
    Oj.load(params[:data], mode: :strict)
  end

  def action9
    # ok: injection/unsafe-deserialization-ruby
    JSON.parse(params[:data])
  end

  def action10
    # ok: injection/unsafe-deserialization-ruby
    Ox.parse(params[:data])
  end

  def action11
    # ok: injection/unsafe-deserialization-ruby
    YAML.safe_load(params[:data])
  end

  def action12
    # ok: injection/unsafe-deserialization-ruby
    Plist.parse_xml(params[:data])
  end
end
