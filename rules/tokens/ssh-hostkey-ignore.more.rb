# ruleid: tokens/ssh-hostkey-ignore
Net::SSH.start('host', 'user', verify_host_key: :never)
# ruleid: tokens/ssh-hostkey-ignore
Net::SSH.start('host', 'user', password: secret, verify_host_key: false)
# ruleid: tokens/ssh-hostkey-ignore
Net::SFTP.start('host', 'user', verify_host_key: :never)
# ok: tokens/ssh-hostkey-ignore
Net::SSH.start('host', 'user', verify_host_key: :always)
# ok: tokens/ssh-hostkey-ignore
Net::SSH.start('host', 'user')
# ok: tokens/ssh-hostkey-ignore
Net::SFTP.start('host', 'user', verify_host_key: :accept_new)
