class UsersController < ApplicationController
  SORTS = { "name" => "users.name", "age" => "users.age" }.freeze

  def index
    # ruleid: injection/sql-string-build-ruby
    @users = User.where("name = '#{params[:name]}'")
  end

  def sorted
    # ruleid: injection/sql-string-build-ruby
    @users = User.order("users.created_at #{params[:direction]}")
  end

  def search
    term = params[:q]
    sql = "SELECT * FROM users WHERE email LIKE '%#{term}%'"
    # ruleid: injection/sql-string-build-ruby
    @users = ActiveRecord::Base.connection.execute(sql)
  end

  def report
    # ruleid: injection/sql-string-build-ruby
    @rows = User.find_by_sql("SELECT * FROM users WHERE team = '" + params[:team] + "'")
  end

  def remove
    # ruleid: injection/sql-string-build-ruby
    User.where("id = #{params[:id]}").delete_all
  end

  def self.find_by_mail(email)
    # ruleid: injection/sql-string-build-ruby
    connection.select_all("SELECT * FROM users WHERE email = '#{email}'")
  end

  def bound
    # ok: injection/sql-string-build-ruby
    @users = User.where("name = ?", params[:name])
    # ok: injection/sql-string-build-ruby
    @more = User.where(name: params[:name])
  end

  def listed
    column = SORTS.fetch(params[:sort], "users.name")
    # ok: injection/sql-string-build-ruby
    @users = User.order("#{column} asc")
  end

  def number
    # ok: injection/sql-string-build-ruby
    @users = User.where("age > #{params[:age].to_i}")
  end

  def quoted
    # ok: injection/sql-string-build-ruby
    @users = User.where("name = #{User.connection.quote(params[:name])}")
  end

  def escaped
    # ok: injection/sql-string-build-ruby
    @users = User.where("name LIKE ?", "%#{User.sanitize_sql_like(params[:q])}%")
  end

  def self.count_of(table_name)
    # ok: injection/sql-string-build-ruby
    connection.select_value("SELECT COUNT(*) FROM #{table_name}")
  end

  def run(sql)
    # ok: injection/sql-string-build-ruby
    connection.execute(sql)
  end

  def all
    # ok: injection/sql-string-build-ruby
    connection.execute("SELECT * FROM users")
  end
end

def archive_all
  ids = params[:ids].map(&:to_i).join(',')
  # ok: injection/sql-string-build-ruby
  ActiveRecord::Base.connection.execute("UPDATE messages SET archived = TRUE WHERE id IN (#{ids})")
  list = params[:ids].join(',')
  # ruleid: injection/sql-string-build-ruby
  ActiveRecord::Base.connection.execute("UPDATE messages SET archived = TRUE WHERE id IN (#{list})")
end

class StatementsController < ApplicationController
  def written
    sql = "SELECT * FROM users WHERE "
    sql << "name = '#{params[:name]}'"
    # ruleid: injection/sql-string-build-ruby
    ActiveRecord::Base.connection.execute(sql)
  end

  def printed
    sql = format("SELECT * FROM users WHERE name = '%s'", params[:name])
    # ruleid: injection/sql-string-build-ruby
    User.find_by_sql(sql)
    condition = "name = '%s'" % params[:name]
    # ruleid: injection/sql-string-build-ruby
    User.where(condition)
  end

  def joined
    sql = ["SELECT * FROM users WHERE name = '", params[:name], "'"].join
    # ruleid: injection/sql-string-build-ruby
    User.find_by_sql(sql)
  end

  def bound
    # ok: injection/sql-string-build-ruby
    User.find_by_sql(["SELECT * FROM users WHERE name = ?", params[:name]])
    sql = "SELECT * FROM users"
    sql << " WHERE name = ?" if params[:name]
    # ok: injection/sql-string-build-ruby
    User.find_by_sql([sql, params[:name]])
    label = "Name = %s" % params[:name]
    # ok: injection/sql-string-build-ruby
    render plain: label
  end
end
