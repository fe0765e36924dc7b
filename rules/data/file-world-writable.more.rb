# ruleid: data/file-world-writable
FileUtils.mkdir_p('/srv/data', mode: 0777)
# ruleid: data/file-world-writable
FileUtils.chmod('a+rwx', 'run.sh')
# ruleid: data/file-world-writable
FileUtils.chmod_R('o+w', 'public')
# ok: data/file-world-writable
FileUtils.mkdir_p('/srv/data', mode: 0750)
# ok: data/file-world-writable
FileUtils.chmod('u+rwx', 'run.sh')
# ok: data/file-world-writable
FileUtils.chmod('a+x', 'run.sh')
