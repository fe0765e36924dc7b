/**
 * PowerShell, as far as a guard must read it, written anew for a POSIX shell: cmdlets that work on files, processes and
 * the network become the programs that do the same, other commands keep their name and arguments, control flow becomes
 * the same statements one after another.
 *
 * Read are: statements and pipelines, `&&` and `||`, quoting, here-strings, backtick escapes, comments, variables and
 * `$env:` with assignments, `$(…)` and `(…)`, redirects, script blocks of `foreach`, `ForEach-Object`, `if`, functions and
 * the like, abbreviated parameters, aliases, and the .NET calls that malware is fond of. Not read are classes, splatting,
 * operators on values and formatting: what they make is unknown. Facts: about_Parsing, about_Aliases and the reference
 * of Microsoft.PowerShell.Management and .Utility.
 */

export interface ShellTranslation {
  /** A POSIX script. */
  script: string;
  /** What could not be read; null when all was. */
  fault: string | null;
}

/** Never throws. */
export function translatePowerShell(text: string, depth = 0): ShellTranslation {
  const reader = new PowerShellReader(text, depth);
  const lines = reader.statements(() => false);
  return { script: lines.join('\n'), fault: reader.fault };
}

const MAX_DEPTH = 8;

/** A word as a POSIX shell writes it, and its plain text where it has one. */
interface PsWord {
  shell: string;
  text: string | null;
  quoted: boolean;
  /** The statements of `{ … }`. */
  block: string[] | null;
}

const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

class PowerShellReader {
  fault: string | null = null;
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly depth: number,
  ) {}

  statements(ends: () => boolean): string[] {
    const out: string[] = [];
    while (this.at < this.text.length) {
      this.blanks(true);
      if (this.at >= this.text.length || ends()) break;
      const before = this.at;
      const made = this.statement();
      if (made !== '') out.push(made);
      if (this.at === before) this.at += 1;
    }
    return out;
  }

  /** Commands joined by `|`, `&&` and `||`. */
  private statement(): string {
    let line = '';
    for (;;) {
      const part = this.pipeline();
      line += part === '' ? ':' : part;
      this.blanks(false);
      const joint = /(?:&&|\|\|)/y;
      joint.lastIndex = this.at;
      const found = joint.exec(this.text)?.[0];
      if (found === undefined) return line === ':' ? '' : line;
      this.at += 2;
      this.blanks(true);
      line += ` ${found} `;
    }
  }

  private pipeline(): string {
    const stages: string[] = [];
    for (;;) {
      const stage = this.command(stages.length > 0);
      if (stage !== '') stages.push(stage);
      this.blanks(false);
      if (this.text[this.at] === '|' && this.text[this.at + 1] !== '|') {
        this.at += 1;
        this.blanks(true);
        continue;
      }
      if (this.text[this.at] === '&' && this.text[this.at + 1] !== '&') this.at += 1;
      return stages.join(' | ');
    }
  }

  private command(piped: boolean): string {
    const assigned = this.match(/\$(?:(env|global|script|local):)?\{?([A-Za-z_]\w*)\}?(?:\s*\[[^\]\n]*\])?\s*\+?=(?!=)\s*/iy);
    if (assigned !== null) {
      const [, scope, name] = assigned;
      const value = this.command(false);
      const bare = /^echo (?:-- )?((?:'[^']*'|\\'|"[^"]*")+)$/.exec(value);
      const made = bare ? bare[1]! : `"$(${value || ':'})"`;
      return `${scope?.toLowerCase() === 'env' ? 'export ' : ''}${variableName(name!)}=${made}`;
    }
    const keyword = this.match(
      /(?:if|elseif|else|while|for|foreach|switch|try|catch|finally|do|until|param|begin|process|end|return|throw|function|filter|trap)\b(?!-)/iy,
    )?.[0]?.toLowerCase();
    if (keyword !== undefined && !piped) return this.keyword(keyword);
    const words: PsWord[] = [];
    let redirects = '';
    let first = true;
    let called = false;
    for (;;) {
      this.blanks(false);
      const c = this.text[this.at];
      if (c === undefined || c === '\n' || c === '\r' || c === ';' || c === '|' || c === '}' || c === ')') break;
      if (c === '&') {
        if (!first || this.text[this.at + 1] === '&') break;
        this.at += 1;
        called = true;
        continue;
      }
      if (c === ',') {
        this.at += 1;
        this.blanks(true);
        continue;
      }
      const redirect = this.match(/[\d*]?(>>?)\s*(?:&\d)?/y);
      if (redirect !== null) {
        if (redirect[0].endsWith('&1') || redirect[0].endsWith('&2')) continue;
        const target = this.word(false);
        if (target && !/^\$null$/i.test(target.text ?? '')) redirects += ` ${redirect[1]} ${pathWord(target)}`;
        continue;
      }
      const word = this.word(first);
      if (word === null) {
        this.at += 1;
        continue;
      }
      words.push(word);
      first = false;
    }
    return words.length === 0
      ? ''
      : translate(words, { piped, called, depth: this.depth, blame: (fault) => (this.fault ??= fault) }) + redirects;
  }

  private keyword(word: string): string {
    this.blanks(false);
    if (word === 'function' || word === 'filter') {
      const name = this.match(/[\w:-]+/y)?.[0] ?? 'f';
      this.blanks(true);
      if (this.text[this.at] === '(') this.group();
      this.blanks(true);
      return `${name.replace(/\W/g, '_')}() {\n${this.block().join('\n') || ':'}\n}`;
    }
    if (word === 'return' || word === 'throw') return this.pipeline();
    let head = '';
    let loop: { name: string; list: string } | null = null;
    if (this.text[this.at] === '(') {
      const from = this.at + 1;
      const each = /\s*\$(\w+)\s+in\s+/iy;
      each.lastIndex = from;
      const found = word === 'foreach' ? each.exec(this.text) : null;
      if (found) {
        this.at = each.lastIndex;
        const inner = this.statements(() => this.text[this.at] === ')');
        this.at += 1;
        loop = { name: variableName(found[1]!), list: inner.map((line) => `$(${line})`).join(' ') };
      } else head = this.group().join('\n');
    }
    this.blanks(true);
    const body = this.text[this.at] === '{' ? this.block() : [];
    if (loop) return `for ${loop.name} in ${loop.list || '""'}; do\n${body.join('\n') || ':'}\ndone`;
    return [head, ...body].filter((line) => line !== '').join('\n');
  }

  /** `{ … }`, `at` on the brace. */
  private block(): string[] {
    this.at += 1;
    const body = this.statements(() => this.text[this.at] === '}');
    this.at += 1;
    return body;
  }

  /** `( … )`, `at` on the bracket. */
  private group(): string[] {
    this.at += 1;
    const body = this.statements(() => this.text[this.at] === ')');
    this.at += 1;
    return body;
  }

  /** Null where no word stands. */
  private word(command: boolean): PsWord | null {
    const made: PsWord = { shell: '', text: '', quoted: false, block: null };
    const add = (text: string): void => {
      made.shell += quote(text);
      if (made.text !== null) made.text += text;
    };
    const unknown = (shell: string): void => {
      made.shell += shell;
      made.text = null;
    };
    const start = this.at;
    for (;;) {
      const c = this.text[this.at];
      if (c === undefined || /[\s;|&,)}]/.test(c)) break;
      if (c === '{') {
        if (this.at !== start) break;
        made.block = this.block();
        made.text = null;
        return made;
      }
      if (c === '@' && /^@['"]\r?\n/.test(this.text.slice(this.at, this.at + 4))) {
        this.hereString(add, unknown);
        made.quoted = true;
      } else if (c === "'") {
        let value = '';
        const closing = /'((?:[^']|'')*)'/y;
        closing.lastIndex = this.at;
        const found = closing.exec(this.text);
        if (found === null) {
          this.fault ??= "unmatched `'`";
          value = this.text.slice(this.at + 1);
          this.at = this.text.length;
        } else {
          value = found[1]!.replaceAll("''", "'");
          this.at = closing.lastIndex;
        }
        add(value);
        made.quoted = true;
      } else if (c === '"') {
        this.at += 1;
        if (!this.expandable('"', add, unknown)) this.fault ??= 'unmatched `"`';
        made.quoted = true;
      } else if (c === '`') {
        add(this.text[this.at + 1] ?? '');
        this.at += 2;
      } else if (c === '$' || (c === '@' && this.text[this.at + 1] === '(')) this.dollar(add, unknown);
      else if (c === '(') {
        const inner = this.group().join('; ');
        unknown(`"$(${inner || ':'})"`);
      } else if (c === '[' && command && this.at === start) {
        const type = this.match(/\[[\w.]+\]/y);
        if (type === null) {
          add(c);
          this.at += 1;
        } else add(type[0]);
      } else {
        const run = this.match(/[^\s;|&,(){}'"`$@]+/y)?.[0];
        // A sign that begins nothing, as in `user@host`.
        if (run === undefined) this.at += 1;
        add(run ?? c);
      }
      // Members and calls of members: `.DownloadString('…')`, `.FullName`.
      if (made.text === null || made.text.endsWith(']')) this.members(made);
    }
    return this.at === start ? null : made;
  }

  /** `.Name`, `.Name(arguments)` and `::Name(arguments)` behind a value whose text is not known. */
  private members(made: PsWord): void {
    for (let found = this.match(/(?:\.|::)([A-Za-z]\w*)/y); found !== null; found = this.match(/(?:\.|::)([A-Za-z]\w*)/y)) {
      const name = found[1]!.toLowerCase();
      const args: PsWord[] = [];
      if (this.text[this.at] === '(') {
        this.at += 1;
        for (;;) {
          this.blanks(true);
          if (this.at >= this.text.length || this.text[this.at] === ')') break;
          if (this.text[this.at] === ',') {
            this.at += 1;
            continue;
          }
          const before = this.at;
          const arg = this.word(true);
          if (arg !== null) args.push(arg);
          if (this.at === before) this.at += 1;
        }
        this.at += 1;
      }
      const shell = memberCall(made, name, args);
      made.shell = shell;
      made.text = null;
    }
  }

  private hereString(add: (text: string) => void, unknown: (shell: string) => void): void {
    const mark = this.text[this.at + 1]!;
    const from = this.text.indexOf('\n', this.at) + 1;
    const end = new RegExp(`\\r?\\n${mark}@`).exec(this.text.slice(from - 1));
    if (end === null) this.fault ??= 'here-string without its end';
    const stop = end === null ? this.text.length : from - 1 + end.index;
    const body = this.text.slice(from, Math.max(from, stop)).replaceAll('\r\n', '\n');
    this.at = end === null ? this.text.length : stop + end[0].length;
    if (mark === "'") add(body);
    else {
      const inner = new PowerShellReader(body, this.depth + 1);
      inner.expandable('', add, unknown);
    }
  }

  /** Text with variables in it, up to `end`; false when that is missing. */
  private expandable(end: string, add: (text: string) => void, unknown: (shell: string) => void): boolean {
    let plain = '';
    const flush = (): void => {
      if (plain !== '') add(plain);
      plain = '';
    };
    while (this.at < this.text.length) {
      const c = this.text[this.at]!;
      if (end !== '' && c === end) {
        if (this.text[this.at + 1] === end) {
          plain += end;
          this.at += 2;
          continue;
        }
        this.at += 1;
        flush();
        return true;
      }
      if (c === '`') {
        const next = this.text[this.at + 1] ?? '';
        plain += { n: '\n', t: '\t', r: '\r', '0': '\0' }[next] ?? next;
        this.at += 2;
      } else if (c === '$' && /[\w({:?]/.test(this.text[this.at + 1] ?? '')) {
        flush();
        this.dollar(add, unknown);
      } else {
        plain += c;
        this.at += 1;
      }
    }
    flush();
    return end === '';
  }

  private dollar(add: (text: string) => void, unknown: (shell: string) => void): void {
    if (this.text.startsWith('$(', this.at) || this.text.startsWith('@(', this.at)) {
      this.at += 1;
      const inner = this.depth > MAX_DEPTH ? [] : this.group();
      unknown(`"$(${inner.join('; ') || ':'})"`);
      return;
    }
    const found = this.match(/\$(?:\{(?:(\w+):)?([^}]*)\}|(?:(env|global|script|local|using):)?(\w+|[?^$]))/iy);
    if (found === null) {
      add('$');
      this.at += 1;
      return;
    }
    const scope = (found[1] ?? found[3] ?? '').toLowerCase();
    const name = found[2] ?? found[4] ?? '';
    if (scope !== 'env' && /^(true|false|null)$/i.test(name)) {
      if (/null/i.test(name)) unknown("''");
      else add(name);
      return;
    }
    unknown(`"\${${variableName(name)}}"`);
  }

  private blanks(lines: boolean): void {
    const blank = lines ? /(?:[\s;]|`\r?\n|#[^\n]*|<#[\s\S]*?#>)+/y : /(?:[ \t]|`\r?\n|<#[\s\S]*?#>|#[^\n]*(?=\n|$))+/y;
    blank.lastIndex = this.at;
    if (blank.exec(this.text)) this.at = blank.lastIndex;
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found !== null) this.at = pattern.lastIndex;
    return found;
  }
}

/** Variables of the system under the names that a POSIX shell has for them. */
const systemVariables: ReadonlyMap<string, string> = new Map([
  ['home', 'HOME'],
  ['userprofile', 'HOME'],
  ['pwd', 'PWD'],
  ['temp', 'TMPDIR'],
  ['tmp', 'TMPDIR'],
  ['username', 'USER'],
  ['_', 'PSITEM'],
  ['psitem', 'PSITEM'],
]);

function variableName(name: string): string {
  return systemVariables.get(name.toLowerCase()) ?? (/^[A-Za-z_]\w*$/.test(name) ? name : 'PSVALUE');
}

/** `C:\a\b` and `src\a.ts` with the slashes of a POSIX path. */
function pathWord(word: PsWord): string {
  if (word.text !== null) {
    const path = word.text.replaceAll('\\', '/').replace(/^Microsoft\.PowerShell\.Core\/FileSystem::/i, '');
    const home = /^~(?=\/|$)/.test(path)
      ? `~${path === '~' ? '' : `/${path.slice(2) === '' ? '' : quoteGlob(path.slice(2))}`}`
      : null;
    return home ?? quoteGlob(path);
  }
  return word.shell.replace(/'([^']*)'/g, (_, text: string) => quoteGlob(text.replaceAll('\\', '/')));
}

/** Quoted but for `*` and `?`, which stand for files. */
const quoteGlob = (text: string): string =>
  text === ''
    ? "''"
    : text
        .split(/([*?]+)/)
        .map((part, at) => (at % 2 === 1 ? part : part === '' ? '' : quote(part)))
        .join('');

/** .NET objects: web clients, files, encodings. `made` is what stands in front. */
function memberCall(made: PsWord, name: string, args: readonly PsWord[]): string {
  const [first, second] = args;
  const on = (made.text ?? made.shell).toLowerCase();
  switch (name) {
    case 'downloadstring':
    case 'downloaddata':
    case 'getstringasync':
    case 'openread':
      return `"$(curl -s ${first?.shell ?? ''})"`;
    case 'downloadfile':
    case 'downloadfileasync':
      return `"$(curl -s -o ${second ? pathWord(second) : 'file'} ${first?.shell ?? ''})"`;
    case 'uploadstring':
    case 'uploaddata':
      return `"$(curl -s --data ${args.at(-1)?.shell ?? ''} ${first?.shell ?? ''})"`;
    case 'uploadfile':
      return `"$(curl -s -T ${args.at(-1) ? pathWord(args.at(-1)!) : ''} ${first?.shell ?? ''})"`;
    case 'writealltext':
    case 'writealllines':
    case 'writeallbytes':
    case 'appendalltext':
      return `"$(printf '%s' ${second?.shell ?? "''"} ${name.startsWith('append') ? '>>' : '>'} ${first ? pathWord(first) : 'file'})"`;
    case 'readalltext':
    case 'readalllines':
    case 'readallbytes':
      return `"$(cat ${first ? pathWord(first) : ''})"`;
    case 'delete':
      return /file|directory/.test(on) ? `"$(rm -${second ? 'r' : ''}f ${first ? pathWord(first) : ''})"` : made.shell;
    case 'frombase64string':
      return `"$(echo ${first?.shell ?? ''} | base64 -d)"`;
    case 'getstring':
      return first?.shell ?? made.shell;
    case 'start':
      return /process/.test(on) ? `"$(${args.map((arg) => arg.shell).join(' ')})"` : made.shell;
    case 'create':
      return /scriptblock/.test(on) ? (first?.shell ?? made.shell) : made.shell;
    case 'invoke':
      return `"$(eval ${made.shell})"`;
    case 'setenvironmentvariable':
      return `"$(setx ${first?.shell ?? ''} ${second?.shell ?? ''})"`;
    default:
      // `.Trim()`, `.FullName`, `.Content`: the value itself, near enough.
      return made.text === null ? made.shell : '"${PSVALUE}"';
  }
}

// ---- cmdlets

/** Aliases of the cmdlets below (`Get-Alias`). */
const aliases: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({
    rm: 'remove-item',
    ri: 'remove-item',
    del: 'remove-item',
    erase: 'remove-item',
    rd: 'remove-item',
    rmdir: 'remove-item',
    cp: 'copy-item',
    cpi: 'copy-item',
    copy: 'copy-item',
    mv: 'move-item',
    mi: 'move-item',
    move: 'move-item',
    ren: 'rename-item',
    rni: 'rename-item',
    cat: 'get-content',
    gc: 'get-content',
    type: 'get-content',
    sc: 'set-content',
    ac: 'add-content',
    clc: 'clear-content',
    ni: 'new-item',
    md: 'mkdir',
    ls: 'get-childitem',
    dir: 'get-childitem',
    gci: 'get-childitem',
    echo: 'write-output',
    write: 'write-output',
    iwr: 'invoke-webrequest',
    wget: 'invoke-webrequest',
    curl: 'invoke-webrequest',
    irm: 'invoke-restmethod',
    iex: 'invoke-expression',
    saps: 'start-process',
    start: 'start-process',
    sls: 'select-string',
    kill: 'stop-process',
    spps: 'stop-process',
    cd: 'set-location',
    chdir: 'set-location',
    sl: 'set-location',
    pushd: 'push-location',
    popd: 'pop-location',
    sp: 'set-itemproperty',
    clhy: 'clear-history',
    h: 'get-history',
    icm: 'invoke-command',
    '%': 'foreach-object',
    foreach: 'foreach-object',
    '?': 'where-object',
    where: 'where-object',
    tee: 'tee-object',
    nsn: 'new-pssession',
    gp: 'get-itemproperty',
  }),
);

/** Parameters without a value. */
const switches =
  /^-(r|re|rec|recu|recurs?|recurse|fo|for|forc|force|wh|whatif|confirm|nonewline|usebasicparsing|append|noclobber|passthru|wait|nonewwindow|raw|hidden|file|directory|verbose|nologo|noprofile|noninteractive|quiet|literal|asjob|skipcertificatecheck|followsymlink)$/i;

/** How a command stands in its pipeline. */
interface Place {
  piped: boolean;
  /** Behind `&` or `.`: a quoted text or a variable is a program here, else a value. */
  called: boolean;
  depth: number;
  blame(fault: string): void;
}

function translate(words: readonly PsWord[], place: Place): string {
  const { piped, called, depth, blame } = place;
  const [head, ...rest] = words;
  if (head === undefined) return '';
  if (head.block !== null && rest.length === 0) return head.block.join('\n');
  if (head.text === '.') return translate(rest, { ...place, called: true });
  const name = head.text?.toLowerCase().replace(/\.exe$/, '') ?? null;
  if (name === null || (head.quoted && !called)) {
    const values = words.map((word) => word.shell).join(' ');
    return called ? values : `echo ${values}`;
  }
  const cmdlet = aliases.get(name) ?? name;
  const { named, free, flags } = parameters(rest);
  const has = (long: string): boolean => flags.some((flag) => long.startsWith(flag) && flag.length > 0);
  const value = (...longs: string[]): PsWord | undefined =>
    longs.map((long) => [...named].find(([key]) => long.startsWith(key))?.[1]).find((one) => one !== undefined);
  const paths = (list: readonly (PsWord | undefined)[]): string => list.flatMap((one) => (one ? [pathWord(one)] : [])).join(' ');
  if (has('whatif')) return `: ${cmdlet}`;
  const path = value('path', 'literalpath', 'filepath', 'destination') ?? free[0];
  switch (cmdlet) {
    case 'remove-item': {
      const targets = [value('path', 'literalpath'), ...free];
      const options = `${has('recurse') || name === 'rd' || name === 'rmdir' ? ' -r' : ''}${has('force') ? ' -f' : ''}`;
      const list = targets.some((one) => one !== undefined) ? paths(targets) : '';
      if (/^'?(hk|cert|registry)/i.test(list)) return `Remove-Item ${list}`;
      return list === '' && piped ? `xargs rm${options}` : `rm${options} -- ${list}`;
    }
    case 'set-content':
    case 'out-file':
    case 'add-content':
    case 'tee-object': {
      const text = value('value', 'inputobject') ?? (value('path', 'literalpath', 'filepath') ? free[0] : free[1]);
      const operator = cmdlet === 'add-content' || has('append') ? '>>' : '>';
      const target = path ? pathWord(path) : 'file';
      if (text === undefined) return piped ? `cat ${operator} ${target}` : `: ${operator} ${target}`;
      return `printf '%s${has('nonewline') ? '' : '\\n'}' ${text.shell} ${operator} ${target}`;
    }
    case 'new-item': {
      const kind = value('itemtype', 'type')?.text?.toLowerCase() ?? 'file';
      const target = paths([path, value('name')]).replace(' ', '/');
      const content = value('value', 'target');
      if (/link|junction/.test(kind)) return `ln -s ${content ? pathWord(content) : 'x'} ${target}`;
      if (kind === 'directory') return `mkdir -p ${target}`;
      return content ? `printf '%s' ${content.shell} > ${target}` : `touch ${target}`;
    }
    case 'clear-content':
      return `truncate -s 0 ${paths([path])}`;
    case 'copy-item':
      return `cp -r ${paths([value('path', 'literalpath'), ...free, value('destination')])}`;
    case 'move-item':
    case 'rename-item':
      return `mv ${paths([value('path', 'literalpath'), ...free, value('destination', 'newname')])}`;
    case 'get-content':
      return `cat ${paths([value('path', 'literalpath'), ...free])}`;
    case 'select-string':
      return `grep ${value('pattern')?.shell ?? free[0]?.shell ?? ''} ${paths([value('path', 'literalpath'), ...(value('pattern') ? free : free.slice(1))])}`;
    case 'get-childitem': {
      const where = paths([value('path', 'literalpath') ?? free[0]]);
      if (/^'?env:/i.test(where)) return 'env';
      if (!has('recurse')) return `ls ${where}`;
      return `find ${where || '.'} -name ${value('include', 'filter')?.shell ?? "'*'"}`;
    }
    case 'invoke-webrequest':
    case 'invoke-restmethod': {
      const native = name === 'curl' || name === 'wget' ? rest.filter((word) => /^-[a-z]$|^--/i.test(word.text ?? '')) : [];
      if (native.length > 0) return words.map((word) => word.shell).join(' ');
      const out = value('outfile');
      const body = value('body');
      const file = value('infile');
      const method = value('method')?.text;
      const uri = value('uri') ?? free[0];
      const options = [
        ...(out ? [`-o ${pathWord(out)}`] : []),
        ...(method && !/^get$/i.test(method) ? [`-X ${quote(method.toUpperCase())}`] : []),
        ...(body ? [`--data ${body.shell}`] : piped ? ['--data @-'] : []),
        ...(file ? [`-T ${pathWord(file)}`] : []),
        ...(value('headers') ? [`-H ${value('headers')!.shell}`] : []),
      ];
      return ['curl -s', ...options, uri?.shell ?? ''].join(' ');
    }
    case 'start-bitstransfer':
      return `curl -s -o ${paths([value('destination') ?? free[1]])} ${(value('source') ?? free[0])?.shell ?? ''}`;
    case 'invoke-expression':
      return piped && free.length === 0 ? 'bash' : `eval ${(value('command') ?? free[0])?.shell ?? ''}`;
    case 'invoke-command':
      return (value('scriptblock') ?? free.find((one) => one.block !== null))?.block?.join('\n') ?? ':';
    case 'start-process': {
      const program = value('filepath') ?? free[0];
      const given = value('argumentlist', 'args');
      const list =
        given?.text == null
          ? [given?.shell ?? '', ...free.slice(value('filepath') ? 0 : 1).map((word) => word.shell)].join(' ')
          : given.text.split(/\s+/).map(quote).join(' ');
      const raised = /^runas$/i.test(value('verb')?.text ?? '');
      return `${raised ? 'sudo ' : ''}${program ? pathWord(program) : 'program'} ${list}`.trim();
    }
    case 'foreach-object': {
      const body = (value('process', 'begin') ?? free.find((one) => one.block !== null))?.block ?? [];
      return `while read -r PSITEM; do\n${body.join('\n') || ':'}\ndone`;
    }
    case 'where-object':
    case 'sort-object':
    case 'select-object':
    case 'out-string':
    case 'out-host':
    case 'format-table':
    case 'format-list':
    case 'convertfrom-json':
    case 'convertto-json':
      return 'cat';
    case 'out-null':
      return 'cat > /dev/null';
    case 'write-output':
    case 'write-host':
    case 'write-verbose':
    case 'write-information':
      return `echo ${free.map((word) => word.shell).join(' ')}`.trimEnd();
    case 'stop-process': {
      const process = value('name', 'processname');
      return process ? `pkill ${process.shell}` : `kill ${has('force') ? '-9 ' : ''}${(value('id') ?? free[0])?.shell ?? ''}`;
    }
    case 'set-location':
    case 'push-location':
      return `cd ${paths([value('path', 'literalpath') ?? free[0]])}`;
    case 'pop-location':
      return 'cd -';
    case 'clear-history':
      return 'history -c';
    case 'restart-computer':
      return 'reboot';
    case 'stop-computer':
      return 'shutdown now';
    case 'format-volume':
    case 'clear-disk':
    case 'initialize-disk':
      return 'mkfs /dev/disk';
    case 'new-object':
      return 'echo "${PSVALUE}"';
    case 'powershell':
    case 'pwsh':
      return nestedPowerShell(rest, depth, blame) ?? words.map((word) => word.shell).join(' ');
    case 'cmd': {
      const at = rest.findIndex((word) => /^\/[ck]$/i.test(word.text ?? ''));
      return at < 0
        ? 'cmd'
        : `cmd /c ${rest
            .slice(at + 1)
            .map((word) => word.shell)
            .join(' ')}`;
    }
    default: {
      // Cmdlets keep their capitals, which rules name them by; programs get the path that they are called with.
      const program =
        /^[a-z]+-[a-z]+$/.test(name) && /[A-Z]/.test(head.text ?? '')
          ? head.text!
          : /^[a-z]+-[a-z]+$/.test(name)
            ? capital(name)
            : null;
      return [
        program === null ? pathWord(head) : program,
        ...rest.map((word) =>
          word.text !== null && /^[\w.~]*\\[\w.\\-]*$|^[A-Za-z]:\\/.test(word.text) ? pathWord(word) : word.shell,
        ),
      ].join(' ');
    }
  }
}

const capital = (name: string): string =>
  name.replace(/(^|-)([a-z])/g, (_, dash: string, letter: string) => dash + letter.toUpperCase());

/** `-Command`; null for anything else, which the reader of the script will look into. */
function nestedPowerShell(rest: readonly PsWord[], depth: number, blame: (fault: string) => void): string | null {
  if (depth > MAX_DEPTH) return null;
  for (const [at, word] of rest.entries()) {
    const flag = word.text?.toLowerCase().replace(/^\//, '-') ?? '';
    if (/^-c(o?m?m?a?n?d?)?$/.test(flag)) {
      const block = rest[at + 1]?.block;
      if (block) return block.join('\n');
      const words = rest.slice(at + 1);
      const text = words.every((one) => one.text !== null) ? words.map((one) => one.text).join(' ') : null;
      if (text === null) return `eval ${words.map((one) => one.shell).join(' ')}`;
      const inner = translatePowerShell(text, depth + 1);
      if (inner.fault) blame(inner.fault);
      return inner.script;
    }
  }
  return null;
}

/** Base64 of UTF-16LE. */
export function decodeUtf16(text: string): string {
  try {
    const bytes = atob(text.replace(/\s/g, ''));
    let out = '';
    for (let at = 0; at + 1 < bytes.length; at += 2)
      out += String.fromCharCode(bytes.charCodeAt(at) | (bytes.charCodeAt(at + 1) << 8));
    return out;
  } catch {
    return '';
  }
}

function parameters(words: readonly PsWord[]): { named: Map<string, PsWord>; free: PsWord[]; flags: string[] } {
  const named = new Map<string, PsWord>();
  const free: PsWord[] = [];
  const flags: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!;
    const colon = /^-([A-Za-z]+):(.*)$/.exec(word.quoted ? '' : (word.text ?? ''));
    const name = /^-([A-Za-z]+)$/.exec(word.quoted ? '' : (word.text ?? ''))?.[1]?.toLowerCase();
    if (colon) named.set(colon[1]!.toLowerCase(), { ...word, text: colon[2]!, shell: quote(colon[2]!) });
    else if (name === undefined) free.push(word);
    else if (switches.test(`-${name}`)) flags.push(name);
    else {
      const next = words[at + 1];
      if (next === undefined || (!next.quoted && /^-[A-Za-z]/.test(next.text ?? ''))) flags.push(name);
      else {
        named.set(name, next);
        at += 1;
      }
    }
  }
  return { named, free, flags };
}
