class ItemsController < ApplicationController
  def action1
    # ruleid: injection/ldap-xpath-ruby
    Net::LDAP::Filter.construct("(uid=#{params[:uid]})")
  end

  def action2
    # ruleid: injection/ldap-xpath-ruby
    ldap.search(base: "dc=example", filter: "(uid=#{params[:uid]})")
  end

  def action3
    filter = "(&(uid=#{params[:uid]})(active=TRUE))"
    # ruleid: injection/ldap-xpath-ruby
    ldap.search(base: "dc=example", filter: filter)
  end

  def action4
    # ruleid: injection/ldap-xpath-ruby
    doc.xpath("//user[name='#{params[:name]}']")
  end

  def action5
    # ruleid: injection/ldap-xpath-ruby
    doc.at_xpath("//user[name='" + params[:name] + "']")
  end

  def action6
    # ruleid: injection/ldap-xpath-ruby
    REXML::XPath.first(doc, "//user[name='#{params[:name]}']")
  end

  def action7
    # ruleid: injection/ldap-xpath-ruby
    doc.search("//user[@name='#{params[:name]}']")
  end

  def action8
    # ok: injection/ldap-xpath-ruby
    Net::LDAP::Filter.construct("(uid=#{Net::LDAP::Filter.escape(params[:uid])})")
  end

  def action9
    # ok: injection/ldap-xpath-ruby
    ldap.search(base: "dc=example", filter: Net::LDAP::Filter.eq("uid", params[:uid]))
  end

  def action10
    # ok: injection/ldap-xpath-ruby
    doc.xpath("//user[name=$name]", nil, name: params[:name])
  end

  def action11
    # ok: injection/ldap-xpath-ruby
    doc.at_xpath("//user[@id='#{params[:id].to_i}']")
  end

  def action12
    # ok: injection/ldap-xpath-ruby
    REXML::XPath.first(doc, "//user")
  end

  def action13
    # ok: injection/ldap-xpath-ruby
    User.search(params[:q])
  end

  def action14
    # ok: injection/ldap-xpath-ruby
    doc.search("//user")
  end
end
