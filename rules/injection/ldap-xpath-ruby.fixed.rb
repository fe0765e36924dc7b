class UsersController < ApplicationController
  def show
    filter = Net::LDAP::Filter.eq("uid", params[:uid])
    render json: ldap.search(base: "dc=example", filter: filter)
  end

  def find
    render json: doc.xpath("//user[name=$name]", nil, name: params[:name])
  end
end
