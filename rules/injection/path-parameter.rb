ROOT_DIR = '/srv/files'

def load(filename)
  # ruleid: injection/path-parameter
  File.read(File.join(ROOT_DIR, filename))
end

def safe(filename)
  # ok: injection/path-parameter
  File.read(File.join(ROOT_DIR, File.basename(filename)))
end
