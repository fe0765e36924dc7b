def find(doc, name)
  # ruleid: injection/filter-text-build
  doc.xpath("//user[name='#{name}']")
end

def ldap(uid)
  # ruleid: injection/filter-text-build
  Net::LDAP::Filter.construct("(uid=" + uid + ")")
end

def safe(uid)
  # ok: injection/filter-text-build
  Net::LDAP::Filter.eq('uid', uid)
end

def fixed(doc)
  # ok: injection/filter-text-build
  doc.xpath("//user[name='root']")
end

def first(doc, name)
  # ruleid: injection/filter-text-build
  doc.at_xpath("//user[name='" + name + "']")
end

def bound(doc, name)
  # ok: injection/filter-text-build
  doc.xpath("//user[name=$name]", nil, { "name" => name })
end
