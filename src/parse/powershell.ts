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
import { translateCommand } from './powershell-cmdlets.ts';
import { memberCall } from './powershell-members.ts';
import { type PsWord, pathWord, variableName } from './powershell-word.ts';
import { quote } from './shell-quote.ts';

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

/** Deepest nesting of texts that are scripts themselves. */
const MAX_DEPTH = 8;
/** Deepest nesting of brackets within one text, commands and words counted. */
const MAX_NESTING = 300;

class PowerShellReader {
  fault: string | null = null;
  private at = 0;
  private nesting = 0;

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
    return this.nested(() => this.readCommand(piped)) ?? '';
  }

  private readCommand(piped: boolean): string {
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
      : translateCommand(words, { piped, called, inner: this.depth > MAX_DEPTH ? null : (text) => this.inner(text) }) + redirects;
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

  private inner(text: string): string {
    const { script, fault } = translatePowerShell(text, this.depth + 1);
    if (fault) this.fault ??= fault;
    return script;
  }

  /** Null where no word stands. */
  private word(command: boolean): PsWord | null {
    return this.nested(() => this.readWord(command));
  }

  /** Null, with the rest of the text given up, where it would be too deep. */
  private nested<T>(read: () => T): T | null {
    if (this.nesting >= MAX_NESTING) {
      this.fault ??= 'nested too deeply';
      this.at = this.text.length;
      return null;
    }
    this.nesting += 1;
    const made = read();
    this.nesting -= 1;
    return made;
  }

  private readWord(command: boolean): PsWord | null {
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
