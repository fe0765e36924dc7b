def constant(zip, root)
  # ok: injection/zip-slip-ruby
  File.binwrite(File.join(root, 'archive.bin'), zip.read)
end
