def find(users, name)
  # ruleid: injection/nosql-script-build
  users.find("$where" => "this.name == '#{name}'")
end

def plus(users, name)
  # ruleid: injection/nosql-script-build
  users.find({ "$where" => "this.name == '" + name + "'" })
end

def counted(users, name)
  # ruleid: injection/nosql-script-build
  users.count_documents({ "$where" => "this.tags.indexOf('#{name}') >= 0" })
end

def fields(users, name)
  # ok: injection/nosql-script-build
  users.find("name" => name.to_s)
end

def equal(users, name)
  # ok: injection/nosql-script-build
  users.find({ "name" => { "$eq" => name.to_s } })
end

def constant(users)
  # ok: injection/nosql-script-build
  users.find("$where" => "this.a > this.b")
end
