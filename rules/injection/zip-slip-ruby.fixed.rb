def extract(zip, root)
  zip.each do |entry|
    path = File.expand_path(entry.name, root)
    next unless path.start_with?(root + '/')

    zip.extract(entry, path)
  end
end
