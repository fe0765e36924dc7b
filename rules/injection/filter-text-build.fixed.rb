def find(doc, name)
  doc.xpath("//user[name=$name]", nil, { "name" => name })
end

def ldap(uid)
  Net::LDAP::Filter.eq("uid", uid)
end
