class ItemsController < ApplicationController
  def action1
    # ruleid: injection/regex-dos-ruby
    Regexp.new(params[:q])
  end

  def action2
    # ruleid: injection/regex-dos-ruby
    Regexp.compile("^#{params[:q]}$")
  end

  def action3
    # ruleid: injection/regex-dos-ruby
    names.grep(/^#{params[:q]}/)
  end

  def action4
    # ok: injection/regex-dos-ruby
    Regexp.new(Regexp.escape(params[:q]))
  end

  def action5
    # ok: injection/regex-dos-ruby
    names.grep(/^#{Regexp.escape(params[:q])}/)
  end

  def action6
    # ok: injection/regex-dos-ruby
    Regexp.union(params[:words])
  end

  def action7
    # ok: injection/regex-dos-ruby
    Regexp.new("^[a-z]+$").match?(params[:q])
  end

  def limited
    # ok: injection/regex-dos-ruby
    text.sub(/^(.{#{params[:limit]}})/, '')
  end
end
