require 'zip'

def bad(zip, root)
  zip.each do |entry|
    # ruleid: injection/zip-slip-ruby
    zip.extract(entry, File.join(root, entry.name))
  end
end

def bad_tar(tar, root)
  tar.each do |entry|
    path = File.join(root, entry.full_name)
    # ruleid: injection/zip-slip-ruby
    File.open(path, 'wb') { |f| f.write(entry.read) }
  end
end

def bad_write(zip, root)
  zip.each do |entry|
    # ruleid: injection/zip-slip-ruby
    File.binwrite("#{root}/#{entry.name}", entry.get_input_stream.read)
  end
end

def safe(zip, root)
  zip.each do |entry|
    path = File.expand_path(entry.name, root)
    next unless path.start_with?(root + '/')
    # ok: injection/zip-slip-ruby
    zip.extract(entry, path)
  end
end

def last(zip, root)
  zip.each do |entry|
    # ok: injection/zip-slip-ruby
    zip.extract(entry, File.join(root, File.basename(entry.name)))
  end
end

def constant(zip, root)
  zip.each do |entry|
    # ok: injection/zip-slip-ruby
    File.binwrite(File.join(root, "report.txt"), entry.get_input_stream.read)
  end
end
