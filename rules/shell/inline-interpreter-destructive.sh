#!/bin/bash
# ruleid: shell/inline-interpreter-destructive
python3 -c "import shutil; shutil.rmtree('/home/u')"
# ruleid: shell/inline-interpreter-destructive
python -c "import shutil,os; shutil.rmtree(os.path.expanduser('~'))"
# ruleid: shell/inline-interpreter-destructive
node -e "require('fs').rmSync('/', {recursive: true})"
# ruleid: shell/inline-interpreter-destructive
node -e "fs.rmSync(os.homedir(), { recursive: true, force: true })"
# ruleid: shell/inline-interpreter-destructive
ruby -e "require 'fileutils'; FileUtils.rm_rf('/usr/local')"
# ruleid: shell/inline-interpreter-destructive
python3 - <<'PY'
import shutil
from pathlib import Path
shutil.rmtree(Path.home() / 'projects')
PY
# ruleid: shell/inline-interpreter-destructive
python -c "open('/etc/hosts','w').write('x')"
# ruleid: shell/inline-interpreter-destructive
perl -e 'system("rm -rf /")' 

# ok: shell/inline-interpreter-destructive
python3 -c "import shutil; shutil.rmtree('build')"
# ok: shell/inline-interpreter-destructive
node -e "console.log(1)"
# ok: shell/inline-interpreter-destructive
node -e "require('fs').rmSync('dist', {recursive: true})"
# ok: shell/inline-interpreter-destructive
python -c "print(open('/etc/hosts').read())"
# ok: shell/inline-interpreter-destructive
ruby -e "puts 1"
# ok: shell/inline-interpreter-destructive
python3 -c "import os; print(os.path.expanduser('~'))"
# ok: shell/inline-interpreter-destructive
perl -ne 'print if /rm -rf/' notes.txt
