def by_mail(doc, mail)
  # ruleid: injection/filter-text-build
  doc.xpath("//user[mail='" + mail + "']")
end

def numbered(doc, id)
  # ok: injection/filter-text-build
  doc.xpath("//user[@id='#{id.to_i}']")
end
