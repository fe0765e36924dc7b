# ruleid: injection/xxe-ruby
a = Nokogiri::XML::Document.parse(body, nil, nil, Nokogiri::XML::ParseOptions::DTDLOAD)
# ok: injection/xxe-ruby
b = Nokogiri::XML(body, nil, nil, Nokogiri::XML::ParseOptions::NONET)
