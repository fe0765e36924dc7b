require 'net/ftp'

# ruleid: api/cleartext-login
ftp = Net::FTP.new('files')
# ok: api/cleartext-login
sftp = Net::SFTP.start('files', user)
