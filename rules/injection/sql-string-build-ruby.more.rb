class ItemsController < ApplicationController
  def action1
    # ruleid: injection/sql-string-build-ruby
    User.where.not("role = '#{params[:role]}'")
  end

  def action2
    # ruleid: injection/sql-string-build-ruby
    User.delete_all("team = '#{params[:team]}'")
  end

  def action3
    # ruleid: injection/sql-string-build-ruby
    User.destroy_by("team = '#{params[:team]}'")
  end

  def action4
    # ruleid: injection/sql-string-build-ruby
    User.rewhere("team = '#{params[:team]}'")
  end

  def action5
    # ruleid: injection/sql-string-build-ruby
    User.find_or_create_by("name = '#{params[:name]}'")
  end

  def action6
    # ruleid: injection/sql-string-build-ruby
    User.sum("#{params[:column]}")
  end

  def action7
    # ruleid: injection/sql-string-build-ruby
    User.find(:all, conditions: "name = '#{params[:name]}'")
  end

  def action8
    # ruleid: injection/sql-string-build-ruby
    DB["SELECT * FROM users WHERE name = '#{params[:name]}'"].all
  end

  def action9
    # ruleid: injection/sql-string-build-ruby
    DB.run("DELETE FROM users WHERE name = '#{params[:name]}'")
  end

  def action10
    # ruleid: injection/sql-string-build-ruby
    DB.fetch("SELECT * FROM users WHERE name = '#{params[:name]}'")
  end

  def action11
    # ruleid: injection/sql-string-build-ruby
    conn.async_exec("SELECT * FROM users WHERE name = '#{params[:name]}'")
  end

  def action12
    # ruleid: injection/sql-string-build-ruby
    User.where(params[:filter])
  end

  def action13
    # ruleid: injection/sql-string-build-ruby
    User.group(params[:by])
  end

  def action14
    # ruleid: injection/sql-string-build-ruby
    User.joins(params[:join])
  end

  def action15
    # ruleid: injection/sql-string-build-ruby
    User.select(params[:fields])
  end

  def action16
    # ruleid: injection/sql-string-build-ruby
    User.from(params[:table])
  end

  def action17
    # ruleid: injection/sql-string-build-ruby
    User.calculate(:sum, params[:column])
  end

  def action18
    # ruleid: injection/sql-string-build-ruby
    User.order(Arel.sql(params[:order]))
  end

  def action19
    # ruleid: injection/sql-string-build-ruby
    User.where("host = '#{request.host}'")
  end

  def action20
    # ruleid: injection/sql-string-build-ruby
    User.where("path = '#{request.path}'")
  end

  def action21
    # ruleid: injection/sql-string-build-ruby
    User.where("agent = '#{request.user_agent}'")
  end

  def action22
    # ok: injection/sql-string-build-ruby
    User.where.not(role: params[:role])
  end

  def action23
    # ok: injection/sql-string-build-ruby
    User.delete_by(team: params[:team])
  end

  def action24
    # ok: injection/sql-string-build-ruby
    User.where(params.permit(:name, :team))
  end

  def action25
    # ok: injection/sql-string-build-ruby
    User.where(params[:filter].slice(:name, :team))
  end

  def action26
    # ok: injection/sql-string-build-ruby
    User.where(id: params[:ids])
  end

  def action27
    # ok: injection/sql-string-build-ruby
    User.group(:team)
  end

  def action28
    # ok: injection/sql-string-build-ruby
    DB[:users].where(name: params[:name])
  end

  def action29
    # ok: injection/sql-string-build-ruby
    DB["SELECT * FROM users WHERE name = ?", params[:name]].all
  end

  def action30
    # ok: injection/sql-string-build-ruby
    User.where("host = ?", request.host)
  end

  def action31
    # ok: injection/sql-string-build-ruby
    items.select(params[:fields])
  end

  def action32
    # ok: injection/sql-string-build-ruby
    text.count(params[:letter])
  end

  def action33
    # ok: injection/sql-string-build-ruby
    User.find_or_create_by(name: params[:name])
  end

  def action34
    # ok: injection/sql-string-build-ruby
    User.where(user_params)
  end

  def action35
    # ok: injection/sql-string-build-ruby
    User.exists?(params[:id])
  end
end
