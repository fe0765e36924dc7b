# ruleid: injection/xxe-ruby
doc = Nokogiri::XML(body, nil, nil, Nokogiri::XML::ParseOptions::NOENT)
# ruleid: injection/xxe-ruby
other = Nokogiri::XML(body) { |config| config.noent }
# ok: injection/xxe-ruby
safe = Nokogiri::XML(body)
# ok: injection/xxe-ruby
strict = Nokogiri::XML(body) { |config| config.strict.nonet }
# ruleid: injection/xxe-ruby
third = Nokogiri::XML(body) { |config| config.dtdload.noent }
# ok: injection/xxe-ruby
html = Nokogiri::HTML(body)
