/**
 * Shell text inside the arguments of programs that are no shells: `awk 'BEGIN{system("…")}'`, `vim -c '!…'`,
 * `tar --checkpoint-action=exec=…`, `git rebase --exec …`, `PAGER=… man`. Facts from the programs' manuals.
 */
import type { ResolvedCommand, Word } from '../model/shell.ts';
import { quote } from '../parse/shell-quote.ts';
import { renderPieces, textOfPieces } from './shell-pieces.ts';

/** What is asked of a command: all of it is known before it runs. */
export type Host = Pick<ResolvedCommand, 'program' | 'words' | 'flags' | 'operands' | 'assignments' | 'input'>;

/** Scripts that the command starts, as far as the text says; an unknown part stands there as it is written: `$X`. */
export function hostedScripts(host: Host): string[] {
  const { program } = host;
  const made = program === null ? [] : (hosts.get(program)?.(host) ?? []);
  const assigned = host.assignments.filter(({ name }) => commandVariables.has(name)).map(({ value }) => textOf(value));
  const exported = program !== 'export' && program !== 'declare' ? [] : host.operands.flatMap(exportedCommand);
  return [...made, ...assigned, ...exported].map((text) => text.trim()).filter((text) => text !== '' && text.length < 20_000);
}

/** Variables whose value other programs run. */
const commandVariables: ReadonlySet<string> = new Set([
  ...['PAGER', 'MANPAGER', 'GIT_PAGER', 'SYSTEMD_PAGER', 'PSQL_PAGER', 'AWS_PAGER', 'BAT_PAGER', 'LESSOPEN', 'LESSCLOSE'],
  ...['EDITOR', 'VISUAL', 'GIT_EDITOR', 'GIT_SEQUENCE_EDITOR', 'SUDO_EDITOR', 'FCEDIT', 'KUBE_EDITOR', 'BROWSER'],
  ...['GIT_SSH_COMMAND', 'GIT_SSH', 'GIT_EXTERNAL_DIFF', 'GIT_ASKPASS', 'SSH_ASKPASS', 'SUDO_ASKPASS', 'GIT_PROXY_COMMAND'],
  ...['RSYNC_RSH', 'RSYNC_CONNECT_PROG', 'CVS_RSH', 'PROMPT_COMMAND', 'MAKESHELL'],
]);

function exportedCommand(word: Word): string[] {
  const [, name = '', value = ''] = /^(\w+)=([\s\S]*)$/.exec(textOf(word)) ?? [];
  return commandVariables.has(name) ? [value] : [];
}

const textOf = (word: Word): string => renderPieces(word.pieces);

/** Values of options, written `--name value`, `--name=value`, `-x value` or `-xvalue`. */
function valuesOf({ words }: Host, ...names: string[]): string[] {
  const found: string[] = [];
  for (const [at, word] of words.entries()) {
    const text = textOf(word);
    for (const name of names) {
      if (text === name && words[at + 1] !== undefined) found.push(textOf(words[at + 1]!));
      else if (text.startsWith(`${name}=`)) found.push(text.slice(name.length + 1));
      else if (/^-[A-Za-z]$/.test(name) && text.startsWith(name) && text !== name) found.push(text.slice(2));
    }
  }
  return found;
}

const inputOf = ({ input }: Host): string => (input === null ? '' : (textOfPieces(input) ?? ''));

/** The inside of a string literal of awk, Lisp, Tcl and the like. */
const inner = (text: string): string => text.replace(/\\(["'\\/])/g, '$1').replace(/\\n/g, '\n');
const string = String.raw`"((?:[^"\\]|\\.)*)"`;

const all = (text: string, regex: RegExp, group = 1): string[] =>
  [...text.matchAll(regex)].flatMap((match) => (match[group] ? [inner(match[group])] : []));

function awk(host: Host): string[] {
  const given = valuesOf(host, '-e', '--source');
  const text = given.length > 0 ? given.join('\n') : host.operands[0] ? textOf(host.operands[0]) : '';
  const variables = new Map(
    [...text.matchAll(new RegExp(String.raw`\b(\w+)\s*=\s*${string}`, 'g'))].map((one) => [one[1], one[2]!]),
  );
  const out: string[] = [];
  for (const [, literal, name, more] of text.matchAll(
    new RegExp(String.raw`\bsystem\s*\(\s*(?:${string}|(\w+))\s*([^)\s])?`, 'g'),
  )) {
    const known = literal ?? variables.get(name ?? '');
    if (known !== undefined) out.push(inner(known) + (more === undefined ? '' : '"$__awk"'));
  }
  out.push(...all(text, new RegExp(String.raw`${string}\s*\|&?\s*getline`, 'g')));
  for (const [, printed, command] of text.matchAll(
    new RegExp(String.raw`\bprintf?\s*\(?\s*(?:${string})?[^|>;}\n"]*\)?\s*\|&?\s*${string}`, 'g'),
  ))
    out.push(`${printed === undefined ? 'cat' : `printf '%s\\n' ${quote(inner(printed))}`} | ${inner(command!)}`);
  for (const file of all(text, new RegExp(String.raw`\bgetline\s*\w*\s*<\s*${string}`, 'g'))) out.push(`cat -- ${quote(file)}`);
  for (const [, printed, operator, file] of text.matchAll(
    new RegExp(String.raw`\bprintf?\s*\(?\s*(?:${string})?[^|>;}\n"]*\)?\s*(>>?)\s*${string}`, 'g'),
  ))
    out.push(`${printed === undefined ? 'cat' : `printf '%s\\n' ${quote(inner(printed))}`} ${operator} ${quote(inner(file!))}`);
  return out;
}

/** Commands of vi and ex: `:!rm`, `r !rm`, `call system("rm")`. */
function exCommands(texts: readonly string[]): string[] {
  return texts
    .flatMap((text) => text.split('\n'))
    .flatMap((line) => [
      ...all(line, /^[\s:]*(?:sil(?:ent)?!?\s+)?(?:[%.$\d,'<>]*|r(?:ead)?\s+|[%.$\d,]*w(?:rite)?\s+)!\s*(\S.*)$/g),
      ...all(line, /^[\s:]*(?:sil(?:ent)?!?\s+)?exe(?:cute)?\s+["']\s*!\s*(.+?)["']\s*$/g),
      ...all(line, /^[\s:]*te(?:rminal)?\s+(?:\+\+\S+\s+)*(\S.*)$/g),
      ...all(line, /\b(?:system(?:list)?|os\.execute|os\.system|io\.popen|jobstart|termopen)\s*\(\s*(["'])(.*?)\1/g, 2),
    ]);
}

const vi = (host: Host): string[] => [
  ...exCommands([
    ...valuesOf(host, '-c', '--cmd'),
    // `-sc 'command'`
    ...host.words.flatMap((word, at) =>
      /^-[a-zA-Z]+c$/.test(textOf(word)) && host.words[at + 1] ? [textOf(host.words[at + 1]!)] : [],
    ),
    ...host.words.slice(1).flatMap((word) => (textOf(word).startsWith('+') ? [textOf(word).slice(1)] : [])),
  ]),
  ...exCommands([inputOf(host)]),
];

function emacs(host: Host): string[] {
  const text = valuesOf(host, '--eval', '-eval', '--execute', '-execute').join('\n');
  const calls = [...text.matchAll(/\((?:call-process|start-process|make-process)\s([^()]*)/g)].map(([, rest = '']) =>
    all(rest, new RegExp(string, 'g')).map(quote).join(' '),
  );
  return [
    ...all(text, new RegExp(String.raw`\((?:async-)?shell-command(?:-to-string)?\s+${string}`, 'g')),
    ...all(text, new RegExp(String.raw`\(delete-directory\s+${string}`, 'g')).map((path) => `rm -r ${path}`),
    ...all(text, new RegExp(String.raw`\(delete-file\s+${string}`, 'g')).map((path) => `rm ${path}`),
    ...calls,
  ];
}

const address = String.raw`(?:\d+(?:~\d+)?|\$|/(?:[^/\\]|\\.)*/)`;

function sed(host: Host): string[] {
  const given = valuesOf(host, '-e', '--expression');
  const own = host.operands.find((word) => textOf(word) !== '');
  const text = given.length > 0 ? given.join('\n') : own ? textOf(own) : '';
  const lines = String.raw`(?:^|[;{\n])\s*(?:${address}(?:,\s*${address})?)?\s*!?\s*`;
  const out = all(text, new RegExp(String.raw`${lines}e\s+([^\n]+)`, 'g'));
  for (const file of all(text, new RegExp(String.raw`${lines}w\s+([^\n;}]+)`, 'g'))) out.push(`cat > ${quote(file.trim())}`);
  const substitution = new RegExp(
    String.raw`${lines}s([^\w\s\\])((?:(?!\1)[^\\]|\\.)*)\1((?:(?!\1)[^\\]|\\.)*)\1[gpiImM\d]*e`,
    'g',
  );
  return [...out, ...all(text, substitution, 3)];
}

const ed = (host: Host): string[] => exCommands([inputOf(host)]);

function secureShell(host: Host): string[] {
  const options = valuesOf(host, '-o').flatMap((text) => {
    const [, value] = /^\s*(?:ProxyCommand|LocalCommand|KnownHostsCommand)\s*[=\s]\s*([\s\S]+)$/i.exec(text) ?? [];
    return value === undefined || value === 'none' ? [] : [value.replace(/^[\s;&|]+/, '')];
  });
  return host.program === 'scp' || host.program === 'sftp' ? [...options, ...valuesOf(host, '-S')] : options;
}

/** Recipes of a makefile that is given as text. */
export function recipesOf(text: string): string[] {
  return text
    .split('\n')
    .flatMap((line) => {
      if (line.startsWith('\t')) return [line.slice(1)];
      const after = /^[^\s#=][^=#]*?:(?!=)[^;=]*;(.*)$/.exec(line)?.[1];
      return after === undefined ? all(line, /\$\(shell\s+([^)]+)\)/g) : [after];
    })
    .map((line) =>
      line
        .trim()
        .replace(/^[@+-]+/, '')
        .replaceAll('$$', '$'),
    );
}

function make(host: Host): string[] {
  const input = valuesOf(host, '-f', '--file', '--makefile').some((file) => file === '-' || file === '/dev/stdin');
  const shell = host.operands.flatMap((word) => /^SHELL=([\s\S]+)$/.exec(textOf(word))?.[1] ?? []);
  return [
    ...(input ? recipesOf(inputOf(host)) : []),
    ...valuesOf(host, '--eval').flatMap(recipesOf),
    ...shell.map((text) => `${text} -c :`),
  ];
}

function git(host: Host): string[] {
  const sub = host.operands[0]?.value;
  switch (sub) {
    case 'rebase':
      return valuesOf(host, '-x', '--exec');
    case 'filter-branch': {
      const filters = ['env', 'tree', 'index', 'parent', 'msg', 'commit', 'tag-name', 'subdirectory'];
      return valuesOf(host, ...filters.map((name) => `--${name}-filter`));
    }
    case 'difftool':
      return valuesOf(host, '-x', '--extcmd');
    case 'grep':
      return valuesOf(host, '--open-files-in-pager', '-O');
    case 'clone':
      return valuesOf(host, '--upload-pack', '-u');
    case 'fetch':
    case 'pull':
    case 'ls-remote':
      return valuesOf(host, '--upload-pack', '--exec');
    case 'push':
    case 'archive':
    case 'send-pack':
      return valuesOf(host, '--receive-pack', '--exec');
    default:
      return [];
  }
}

/** Tcl, as far as one line says what it starts. */
const tcl = (text: string): string[] => all(text, /(?:^|[;{\n[])\s*(?:spawn|exec|system)\s+(?:-\w+\s+)*([^;\n\]}]+)/g);

/** Programs of database shells that leave them. */
const sql = (host: Host): string[] =>
  [...host.words.slice(1).map(textOf), inputOf(host)].flatMap((text) => [
    ...all(text, /(?:^|\n|;|\s)\\!\s*([^\n]+)/g),
    ...all(text, /(?:^|\n)\s*\.(?:shell|system)\s+([^\n]+)/g),
    ...(host.program === 'mysql' || host.program === 'mariadb' ? all(text, /(?:^|\n|;)\s*system\s+([^\n;]+)/g) : []),
    ...all(text, /\b(?:to|from)\s+program\s+'((?:[^']|'')*)'/gi),
  ]);

/** The words behind the first operand that is one of these. */
const behind = (host: Host, from: number): string =>
  host.words
    .slice(from)
    .map((word) => (word.quoted && word.value !== null && from + 1 < host.words.length ? quote(word.value) : textOf(word)))
    .join(' ');

function tmux(host: Host): string[] {
  const at = host.words.findIndex((word) =>
    /^(new(-session|-window)?|neww|split-window|splitw|run(-shell)?|send(-keys)?|respawn-(pane|window)|if-shell|popup|display-popup)$/.test(
      word.value ?? '',
    ),
  );
  if (at < 0) return [];
  // What is typed: keys by name are no text.
  return host.words
    .slice(at + 1)
    .map(textOf)
    .filter((text) => /\s/.test(text));
}

const after = (host: Host, ...names: string[]): string[] => {
  const at = host.words.findIndex((word) => names.includes(word.value ?? ''));
  if (at < 0 || at + 1 >= host.words.length) return [];
  return [at + 2 === host.words.length ? textOf(host.words[at + 1]!) : behind(host, at + 1)];
};

const hosts: ReadonlyMap<string, (host: Host) => string[]> = new Map(
  Object.entries<(host: Host) => string[]>({
    awk,
    gawk: awk,
    mawk: awk,
    nawk: awk,
    vi,
    vim: vi,
    nvim: vi,
    gvim: vi,
    view: vi,
    rvim: vi,
    vimdiff: vi,
    ex: vi,
    emacs,
    emacsclient: emacs,
    sed,
    gsed: sed,
    ed,
    tar: (host) => [
      ...valuesOf(host, '--checkpoint-action').flatMap((text) => /^exec=([\s\S]*)$/.exec(text)?.[1] ?? []),
      ...valuesOf(
        host,
        '--to-command',
        '-I',
        '--use-compress-program',
        '-F',
        '--info-script',
        '--new-volume-script',
        '--rsh-command',
      ),
    ],
    zip: (host) => valuesOf(host, '-TT', '--unzip-command'),
    gdb: (host) =>
      valuesOf(host, '-ex', '--ex', '-iex', '-eval-command', '--eval-command').flatMap((text) => [
        ...all(text, /^\s*(?:shell|!)\s*(.+)$/g),
        ...all(text, /\bsystem\s*\(\s*(["'])(.*?)\1/g, 2),
      ]),
    lldb: (host) => valuesOf(host, '-o', '--one-line').flatMap((text) => all(text, /^\s*(?:platform\s+)?shell\s+(.+)$/g)),
    ssh: secureShell,
    scp: secureShell,
    sftp: secureShell,
    rsync: (host) => valuesOf(host, '-e', '--rsh'),
    man: (host) => valuesOf(host, '-P', '--pager'),
    less: (host) => host.words.flatMap((word) => /^\+:?!(.+)$/.exec(textOf(word))?.[1] ?? []),
    split: (host) => valuesOf(host, '--filter'),
    sort: (host) => valuesOf(host, '--compress-program'),
    make,
    gmake: make,
    git,
    expect: (host) => [...valuesOf(host, '-c').flatMap(tcl), ...tcl(inputOf(host))],
    tclsh: (host) => tcl(inputOf(host)),
    wish: (host) => tcl(inputOf(host)),
    psql: sql,
    mysql: sql,
    mariadb: sql,
    sqlite3: sql,
    tmux,
    screen: (host) => {
      const at = host.words.findIndex((word, index) => index > 0 && /^-[a-z]*m[a-z]*S?$/i.test(word.value ?? ''));
      if (at < 0) return [];
      const named = /S$/.test(host.words[at]?.value ?? '') || host.words[at + 1]?.value === '-S';
      const from = at + 1 + (named ? (host.words[at + 1]?.value === '-S' ? 2 : 1) : 0);
      return from < host.words.length ? [behind(host, from)] : [];
    },
    xterm: (host) => after(host, '-e'),
    konsole: (host) => after(host, '-e'),
    'gnome-terminal': (host) => after(host, '--', '-e'),
    nodemon: (host) => valuesOf(host, '--exec', '-x'),
    concurrently: (host) => host.operands.map(textOf).filter((text) => /\s/.test(text)),
    hyperfine: (host) =>
      [...host.operands.map(textOf), ...valuesOf(host, '--prepare', '-p', '--setup', '-s', '--cleanup', '-c')].filter((text) =>
        /\s/.test(text),
      ),
    entr: (host) => (host.flags.some(({ name }) => name === '-s') ? host.operands.map(textOf) : []),
    capsh: (host) => after(host, '-c'),
    restic: (host) => valuesOf(host, '--password-command'),
    borg: (host) => valuesOf(host, '--rsh'),
    openvpn: (host) => valuesOf(host, '--up', '--down', '--tls-verify'),
    apt: aptOptions,
    'apt-get': aptOptions,
    dpkg: (host) => valuesOf(host, '--pre-invoke', '--post-invoke'),
    sg: (host) => after(host, '-c'),
  }),
);

function aptOptions(host: Host): string[] {
  return valuesOf(host, '-o', '--option').flatMap(
    (text) => /(?:Invoke|Changelogs::Server|Pkg::Tools)[^=]*=([\s\S]+)$/i.exec(text)?.[1] ?? [],
  );
}
