require 'fileutils'

# ruleid: data/file-world-writable
File.chmod(0777, path)
# ruleid: data/file-world-writable
FileUtils.chmod(0o666, path)
# ok: data/file-world-writable
File.chmod(0600, path)
# ok: data/file-world-writable
FileUtils.chmod(0o755, path)
