/**
 * How programs read their arguments, as far as the guard needs it: which options take a value, which programs start
 * another one. Facts from the programs' manuals (GNU coreutils, findutils, git, curl, OpenSSH, Docker, Kubernetes).
 */

export interface ArgumentStyle {
  /** Short options that take a value, as one string of letters. */
  short?: string;
  /** Long options that take a value as the next argument. */
  long?: readonly string[];
  /** Long options without one, listed where the program accepts abbreviations. */
  bare?: readonly string[];
  /** `-name` is one option, not a bundle of letters. */
  whole?: true;
  /** The first operand ends the options: a sub-command, or another program. */
  stops?: true;
}

/** By program, and by `program sub-command` for what follows the sub-command. */
export const argumentStyles: Readonly<Record<string, ArgumentStyle>> = {
  rm: { bare: ['force', 'recursive', 'interactive', 'one-file-system', 'no-preserve-root', 'preserve-root', 'dir', 'verbose'] },
  cp: {
    short: 'tS',
    long: ['target-directory', 'suffix'],
    bare: ['archive', 'backup', 'force', 'interactive', 'link', 'dereference', 'no-clobber', 'no-target-directory', 'parents', 'recursive', 'remove-destination', 'symbolic-link', 'update', 'verbose'],
  },
  mv: { short: 'tS', long: ['target-directory', 'suffix'], bare: ['backup', 'force', 'interactive', 'no-clobber', 'no-target-directory', 'update', 'verbose'] },
  ln: { short: 'tS', long: ['target-directory', 'suffix'], bare: ['symbolic', 'force', 'no-dereference', 'relative', 'verbose'] },
  install: { short: 'gmotS', long: ['group', 'mode', 'owner', 'target-directory', 'suffix'] },
  tee: { bare: ['append', 'ignore-interrupts', 'output-error'] },
  truncate: { short: 'sro', long: ['size', 'reference'] },
  chmod: { long: ['reference'], bare: ['recursive', 'changes', 'silent', 'quiet', 'verbose', 'preserve-root', 'no-preserve-root'] },
  chown: { long: ['reference', 'from'], bare: ['recursive', 'changes', 'silent', 'quiet', 'verbose', 'dereference', 'no-dereference'] },
  mkdir: { short: 'm', long: ['mode'] },
  touch: { short: 'dtr', long: ['date', 'reference', 'time'] },
  head: { short: 'nc', long: ['lines', 'bytes'] },
  tail: { short: 'ncs', long: ['lines', 'bytes', 'pid', 'sleep-interval'] },
  grep: { short: 'efmABCDd', long: ['regexp', 'file', 'max-count', 'after-context', 'before-context', 'context'] },
  sed: { short: 'efl', long: ['expression', 'file', 'line-length'] },
  sort: { short: 'koStT', long: ['key', 'output', 'buffer-size', 'field-separator', 'temporary-directory'] },
  perl: { short: 'eEIMmF' },
  ruby: { short: 'eIrCKTxE' },
  php: { short: 'rfdcBREFSt' },
  python: { short: 'cmWX' },
  node: { short: 'erpC', long: ['eval', 'print', 'require', 'import', 'loader', 'conditions', 'env-file'] },
  deno: { stops: true },
  bun: { short: 'er', long: ['eval', 'print', 'preload', 'cwd', 'config'] },
  osascript: { short: 'els' },
  bash: { short: 'coO', long: ['rcfile', 'init-file'], stops: true },
  pwsh: { whole: true },
  curl: {
    short: 'AbCcdDeEFhHKmoPQrtTuUwxXyYz',
    long: [
      'output', 'output-dir', 'request', 'header', 'data', 'data-raw', 'data-binary', 'data-urlencode', 'data-ascii', 'json', 'form', 'form-string',
      'user', 'user-agent', 'upload-file', 'url', 'proxy', 'cookie', 'cookie-jar', 'config', 'max-time', 'connect-timeout', 'retry',
      'retry-delay', 'retry-max-time', 'write-out', 'referer', 'cacert', 'cert', 'key', 'resolve', 'connect-to', 'interface', 'range', 'limit-rate', 'dump-header', 'oauth2-bearer', 'proto', 'proto-redir', 'proto-default', 'tls-max', 'ciphers',
    ],
  },
  wget: {
    short: 'OoaPeUtTwQAiRDIXlBS',
    long: ['output-document', 'output-file', 'directory-prefix', 'user-agent', 'header', 'post-data', 'post-file', 'body-data', 'body-file', 'method', 'user', 'password', 'tries', 'timeout', 'input-file'],
  },
  ssh: { short: 'BbcDEeFIiJLlmOopQRSWw', stops: true },
  scp: { short: 'cFiJloPSX' },
  rsync: { short: 'efBTM', long: ['rsh', 'exclude', 'include', 'filter', 'exclude-from', 'include-from', 'files-from', 'temp-dir', 'backup-dir'] },
  tar: { short: 'fCTXbIg', long: ['file', 'directory', 'files-from', 'exclude', 'exclude-from', 'use-compress-program', 'transform'] },
  dd: {},
  find: { whole: true },
  git: { short: 'Cc', long: ['git-dir', 'work-tree', 'namespace', 'exec-path', 'config-env', 'super-prefix'], stops: true },
  'git commit': { short: 'mFCct', long: ['message', 'file', 'reuse-message', 'reedit-message', 'author', 'date', 'template', 'fixup', 'squash', 'trailer', 'cleanup'], bare: ['no-verify', 'all', 'amend', 'no-edit', 'allow-empty', 'signoff', 'quiet', 'verbose', 'dry-run', 'no-gpg-sign', 'patch'] },
  'git checkout': { short: 'bB', long: ['orphan', 'conflict', 'pathspec-from-file'], bare: ['force', 'detach', 'ours', 'theirs', 'track', 'no-track', 'guess', 'no-guess', 'quiet', 'patch', 'merge', 'overlay', 'no-overlay', 'ignore-other-worktrees', 'recurse-submodules', 'progress'] },
  'git switch': { short: 'cC', long: ['create', 'force-create', 'orphan', 'conflict'], bare: ['detach', 'force', 'discard-changes', 'guess', 'no-guess', 'merge', 'quiet', 'track', 'no-track', 'progress', 'ignore-other-worktrees'] },
  'git restore': { short: 's', long: ['source', 'conflict', 'pathspec-from-file'], bare: ['worktree', 'staged', 'ours', 'theirs', 'merge', 'patch', 'quiet', 'progress', 'overlay', 'no-overlay', 'ignore-unmerged'] },
  'git reset': { long: ['pathspec-from-file'], bare: ['hard', 'soft', 'mixed', 'merge', 'keep', 'quiet', 'patch', 'no-refresh', 'refresh', 'intent-to-add'] },
  'git clean': { short: 'e', long: ['exclude'], bare: ['force', 'dry-run', 'interactive', 'quiet'] },
  'git stash': { short: 'm', long: ['message', 'pathspec-from-file'] },
  'git push': { short: 'o', long: ['push-option', 'receive-pack', 'repo', 'exec'], bare: ['force', 'force-with-lease', 'force-if-includes', 'delete', 'mirror', 'all', 'tags', 'follow-tags', 'dry-run', 'no-verify', 'verify', 'set-upstream', 'prune', 'quiet', 'verbose', 'porcelain', 'atomic', 'thin'] },
  'git read-tree': { long: ['prefix', 'index-output', 'exclude-per-directory'], bare: ['reset'] },
  'git worktree': { short: 'bB' },
  'git log': { short: 'nSGL', long: ['format', 'author', 'grep', 'since', 'until', 'max-count'] },
  'git merge': { short: 'mFsXS', long: ['message', 'file', 'strategy', 'strategy-option'] },
  docker: { short: 'Hcl', long: ['host', 'context', 'config', 'log-level', 'tlscacert', 'tlscert', 'tlskey'], stops: true },
  kubectl: { short: 'ncsf', long: ['namespace', 'context', 'kubeconfig', 'cluster', 'user', 'server', 'container', 'filename', 'selector', 'output', 'as'] },
  terraform: { whole: true },
  tofu: { whole: true },
  npm: { long: ['prefix', 'registry', 'workspace', 'userconfig', 'loglevel'], short: 'Cw' },
  make: { short: 'CfIjloW', long: ['directory', 'file', 'makefile', 'jobs'] },
  psql: { short: 'cdfhpUvFRTLoP', long: ['command', 'dbname', 'file', 'host', 'port', 'username', 'set', 'variable', 'output'] },
  kill: { whole: true },
  crontab: { short: 'u' },
};

/** Programs that read their arguments as another one does. */
export const sameStyle: Readonly<Record<string, string>> = {
  gfind: 'find',
  grm: 'rm',
  gsed: 'sed',
  egrep: 'grep',
  fgrep: 'grep',
  rg: 'grep',
  sh: 'bash',
  zsh: 'bash',
  dash: 'bash',
  ksh: 'bash',
  ash: 'bash',
  mksh: 'bash',
  yash: 'bash',
  fish: 'bash',
  rbash: 'bash',
  nodejs: 'node',
  powershell: 'pwsh',
  podman: 'docker',
  nerdctl: 'docker',
  oc: 'kubectl',
};

export interface Wrapper {
  /** Options of the wrapper that take a value. */
  short?: string;
  long?: readonly string[];
  /** Arguments between the wrapper's options and the program: a duration, a host, a container. */
  skip?: number;
  /** The words that must come first: `docker exec`. Any of these sequences. */
  sub?: readonly (readonly string[])[];
  /** `NAME=value` may stand in front of the program. */
  assignments?: true;
  /** What follows is the text of a script, its words joined by blanks. */
  script?: true;
  /** Options whose value is the text of a script. */
  scriptFlags?: readonly string[];
  /** The program starts after `--` only. */
  dashes?: true;
  /** With one of these options it only looks: nothing is started. */
  looks?: readonly string[];
  remote?: 'ssh' | 'container';
  /** Arguments from the input are added at the end, or in place of the marker. */
  input?: true;
}

const container: Omit<Wrapper, 'sub'> = {
  short: 'euwlvpcmha',
  long: [
    'env', 'env-file', 'user', 'workdir', 'detach-keys', 'volume', 'name', 'network', 'net', 'publish', 'entrypoint', 'mount', 'label', 'memory', 'cpus',
    'platform', 'hostname', 'add-host', 'cap-add', 'cap-drop', 'device', 'gpus', 'ipc', 'pid', 'pull', 'restart', 'security-opt', 'shm-size', 'tmpfs', 'ulimit', 'userns', 'volumes-from', 'index', 'link', 'log-driver',
  ],
  skip: 1,
  remote: 'container',
};

/** Programs that start another one. */
export const wrappers: Readonly<Record<string, Wrapper | readonly Wrapper[]>> = {
  sudo: { short: 'ugpChrtTDR', long: ['user', 'group', 'prompt', 'chdir', 'host', 'role', 'type', 'chroot', 'close-from', 'command-timeout', 'other-user'], assignments: true, looks: ['-l', '--list', '-v', '-k', '-K', '-e', '--edit'] },
  doas: { short: 'uC', assignments: true },
  env: { short: 'uC', long: ['unset', 'chdir'], assignments: true, scriptFlags: ['-S', '--split-string'] },
  command: { looks: ['-v', '-V'] },
  builtin: {},
  exec: { short: 'a' },
  nohup: {},
  time: { short: 'of', long: ['output', 'format'] },
  timeout: { short: 'ks', long: ['kill-after', 'signal'], skip: 1 },
  gtimeout: { short: 'ks', long: ['kill-after', 'signal'], skip: 1 },
  nice: { short: 'n', long: ['adjustment'] },
  ionice: { short: 'cn', long: ['class', 'classdata'], looks: ['-p', '--pid'] },
  chrt: { skip: 1, looks: ['-p', '--pid'] },
  taskset: { skip: 1, looks: ['-p', '--pid'] },
  stdbuf: { short: 'ioe', long: ['input', 'output', 'error'] },
  setsid: {},
  unbuffer: {},
  caffeinate: { short: 'tw' },
  arch: {},
  chroot: { long: ['userspec', 'groups'], skip: 1 },
  unshare: {},
  nsenter: { short: 't', long: ['target'] },
  firejail: {},
  torsocks: {},
  proxychains: { short: 'f' },
  proxychains4: { short: 'f' },
  'dbus-run-session': {},
  'xvfb-run': { short: 'nsef', long: ['server-num', 'server-args'] },
  'systemd-run': { short: 'pHMutE', long: ['property', 'unit', 'slice', 'setenv', 'description', 'uid', 'gid', 'working-directory', 'on-active', 'on-calendar', 'machine'], assignments: true },
  'systemd-inhibit': { long: ['what', 'who', 'why', 'mode'] },
  strace: { short: 'abeEIoOpPsSuUX' },
  ltrace: { short: 'aAeFlnopsuwx' },
  gdb: { dashes: true },
  valgrind: {},
  catchsegv: {},
  fakeroot: { short: 'lisb' },
  setpriv: { long: ['reuid', 'regid', 'groups'] },
  runuser: { short: 'ug', long: ['user', 'group'], scriptFlags: ['-c', '--command'] },
  su: { short: 'gGsw', long: ['group', 'shell', 'whitelist-environment'], scriptFlags: ['-c', '--command'], dashes: true },
  xargs: { short: 'aIiLlnPsdEe', long: ['arg-file', 'replace', 'max-lines', 'max-args', 'max-procs', 'max-chars', 'delimiter', 'eof', 'process-slot-var'], input: true },
  parallel: { short: 'aIjLnNSPd', long: ['jobs', 'max-args', 'colsep', 'delay', 'joblog', 'results', 'sshlogin', 'arg-file', 'timeout', 'retries', 'delimiter'], input: true },
  watch: { short: 'n', long: ['interval'], script: true },
  flock: { short: 'wE', long: ['wait', 'timeout', 'conflict-exit-code'], skip: 1, scriptFlags: ['-c', '--command'] },
  script: { short: 'cIOBTmEot', long: ['log-in', 'log-out', 'log-io', 'log-timing', 'logging-format', 'echo', 'output-limit'], scriptFlags: ['-c', '--command'], dashes: true },
  busybox: {},
  toybox: {},
  entr: {},
  ssh: { short: 'BbcDEeFIiJLlmOopQRSWw', skip: 1, script: true, remote: 'ssh' },
  docker: [
    { ...container, sub: [['exec'], ['container', 'exec'], ['run'], ['container', 'run']] },
    { ...container, sub: [['compose', 'exec'], ['compose', 'run']] },
  ],
  podman: [{ ...container, sub: [['exec'], ['container', 'exec'], ['run'], ['container', 'run']] }],
  nerdctl: [{ ...container, sub: [['exec'], ['run']] }],
  'docker-compose': [{ ...container, sub: [['exec'], ['run']] }],
  kubectl: [{ sub: [['exec']], dashes: true, remote: 'container' }, { sub: [['run']], dashes: true, remote: 'container' }],
  oc: [{ sub: [['exec']], dashes: true, remote: 'container' }],
  'nix-shell': { scriptFlags: ['--run', '--command'], dashes: true },
  nix: [{ sub: [['develop'], ['shell']], short: 'c', scriptFlags: [], dashes: true }],
  git: [{ sub: [['submodule', 'foreach']], script: true }, { sub: [['bisect', 'run']] }],
  npx: { short: 'p', long: ['package', 'prefix', 'workspace'], scriptFlags: ['-c', '--call'] },
  bunx: {},
  pnpx: {},
  npm: [{ sub: [['exec'], ['x']], long: ['package'], scriptFlags: ['-c', '--call'] }],
  pnpm: [{ sub: [['exec']] }, { sub: [['dlx']] }],
  yarn: [{ sub: [['exec']] }, { sub: [['dlx']] }],
  uv: [{ sub: [['run']], long: ['with', 'python', 'project', 'directory', 'env-file', 'extra', 'group'], short: 'p' }],
  poetry: [{ sub: [['run']] }],
  pipenv: [{ sub: [['run']] }],
  pdm: [{ sub: [['run']] }],
  hatch: [{ sub: [['run']] }],
  bundle: [{ sub: [['exec']] }],
  rbenv: [{ sub: [['exec']] }],
  pyenv: [{ sub: [['exec']] }],
  mise: [{ sub: [['exec'], ['x']], dashes: true }],
  direnv: [{ sub: [['exec']], skip: 1 }],
  conda: [{ sub: [['run']], short: 'np', long: ['name', 'prefix', 'cwd'] }],
  op: [{ sub: [['run']], dashes: true }],
  doppler: [{ sub: [['run']], dashes: true, scriptFlags: ['--command'] }],
  'aws-vault': [{ sub: [['exec']], dashes: true }],
  dotenv: { dashes: true },
  'cross-env': { assignments: true },
  'env-cmd': { short: 'f', long: ['file'] },
};

export interface Interpreter {
  language: string;
  /** Options whose value (or the next argument) is program text. */
  code: readonly string[];
  /** Options after which the input is not the program: `-m module`. */
  other?: readonly string[];
}

export const interpreters: Readonly<Record<string, Interpreter>> = {
  python: { language: 'python', code: ['-c'], other: ['-m'] },
  node: { language: 'javascript', code: ['-e', '--eval', '-p', '--print', '-pe'] },
  bun: { language: 'typescript', code: ['-e', '--eval', '-p', '--print'] },
  deno: { language: 'typescript', code: [] },
  perl: { language: 'perl', code: ['-e', '-E'] },
  ruby: { language: 'ruby', code: ['-e'] },
  php: { language: 'php', code: ['-r'] },
  lua: { language: 'lua', code: ['-e'] },
  osascript: { language: 'applescript', code: ['-e'] },
  pwsh: { language: 'powershell', code: ['-c', '-Command', '-command'] },
  powershell: { language: 'powershell', code: ['-c', '-Command', '-command'] },
  Rscript: { language: 'r', code: ['-e'] },
  tclsh: { language: 'tcl', code: [] },
};

export const shells: ReadonlySet<string> = new Set(['sh', 'bash', 'zsh', 'dash', 'ksh', 'ksh93', 'ash', 'mksh', 'yash', 'fish', 'rbash', 'csh', 'tcsh']);

/** `python3.12` is `python`; other names stay. */
export function family(program: string): string {
  const versioned = /^(python|pypy|node|perl|ruby|php|lua)[\d.]*$/.exec(program)?.[1];
  if (versioned === 'pypy') return 'python';
  return versioned ?? (program === 'nodejs' ? 'node' : program);
}
