/** Regular expressions of rules are written for PCRE: what JavaScript spells otherwise is rewritten, what it lacks is refused. */

import { posixClasses } from '../model/posix-class.ts';

/** `i`, `m`, `s` and `x` as they are set at one place. */
type Flags = Readonly<Record<'i' | 'm' | 's' | 'x', boolean>>;

/** A piece of the expression whose meaning the flags may change. */
interface Piece {
  text: string;
  kind: 'letter' | 'class' | 'dot' | 'start' | 'end' | 'plain';
  flags: Flags;
}

export interface JavaScriptRegex {
  regex: string;
  flags: string;
}

/** What a flag changes. */
const touched: { readonly [flag in 'i' | 'm' | 's']: (piece: Piece) => boolean } = {
  i: ({ kind, text }) => kind === 'letter' || (kind === 'class' && /[a-z\u0080-\uffff]/i.test(text.replace(/\\./g, ''))),
  m: ({ kind }) => kind === 'start' || kind === 'end',
  s: ({ kind }) => kind === 'dot',
};

/**
 * PCRE → JavaScript. `multiline`: whether `^` and `$` stand for lines unless the expression says otherwise. Throws an
 * `Error` that says what has no form in JavaScript.
 */
export function fromPcre(text: string, multiline: boolean): JavaScriptRegex {
  const pieces = new Reader(text, multiline).all();
  const flags = new Set<string>(multiline ? ['m'] : []);
  const mixed = new Set<string>();
  for (const flag of ['i', 'm', 's'] as const) {
    const where = pieces.filter(touched[flag]);
    if (where.length === 0) continue;
    if (where.every((piece) => piece.flags[flag])) flags.add(flag);
    else {
      flags.delete(flag);
      if (where.some((piece) => piece.flags[flag])) mixed.add(flag);
    }
  }
  const wide = pieces.some(({ text }) => /\\[pP]\{|\\u\{|[\u{10000}-\u{10ffff}]/u.test(text));
  if (wide) flags.add('u');
  return {
    regex: pieces.map((piece, at) => afterLine(piece, pieces[at + 1]) + written(piece, mixed)).join(''),
    flags: [...flags].sort().join(''),
  };
}

/** To JavaScript a line also begins between `\r` and `\n`, where what comes next may begin with the line break. */
const afterLine = ({ kind, flags }: Piece, next: Piece | undefined): string =>
  kind === 'start' && flags.m && next && /^(?:\\[sWDHSnR]|\[|\()/.test(next.text) ? '(?<!\\r)' : '';

/** A piece in an expression where the flags of `mixed` are not set as a whole. */
function written({ kind, text, flags }: Piece, mixed: ReadonlySet<string>): string {
  switch (kind) {
    case 'letter':
      return mixed.has('i') && flags.i ? `[${text}${swapped(text)}]` : text;
    case 'class':
      return mixed.has('i') && flags.i ? withoutCase(text) : text;
    case 'dot':
      return mixed.has('s') && flags.s ? '[\\s\\S]' : text;
    case 'start':
      return mixed.has('m') && flags.m ? '(?<=^|\\n)' : text;
    // Without `m` the end is also before a last line break.
    case 'end':
      return flags.m ? (mixed.has('m') ? '(?=\\n|$)' : text) : '(?=\\n?$)';
    case 'plain':
      return text;
    default:
      return kind satisfies never;
  }
}

const swapped = (letter: string): string => (letter.toLowerCase() === letter ? letter.toUpperCase() : letter.toLowerCase());

/** A class with the other case of all that it holds. */
function withoutCase(text: string): string {
  const inner = text.slice(0, -1);
  const more = [...inner.matchAll(/\\.|([a-z])-([a-z])|([A-Z])-([A-Z])|[a-z\u0080-\uffff]/gi)].map(([found, a, b, c, d]) => {
    if (found.startsWith('\\')) return '';
    const [from, to] = [a ?? c, b ?? d];
    if (from === undefined || to === undefined) return swapped(found);
    return (from.toLowerCase() === from) === (to.toLowerCase() === to) ? `${swapped(from)}-${swapped(to)}` : 'a-zA-Z';
  });
  return `${inner}${more.join('')}]`;
}

const isLetter = (char: string): boolean => char.toLowerCase() !== char.toUpperCase();

class Reader {
  private at = 0;
  private flags: Flags;
  /** What to go back to at the end of each open group. */
  private readonly outer: Flags[] = [];
  private pieces: Piece[] = [];

  constructor(
    private readonly text: string,
    multiline: boolean,
  ) {
    this.flags = { i: false, m: multiline, s: false, x: false };
  }

  all(): Piece[] {
    while (this.at < this.text.length) this.step();
    return this.pieces;
  }

  private add(text: string, kind: Piece['kind'] = 'plain'): void {
    this.pieces.push({ text, kind, flags: this.flags });
  }

  /** Moves past what the expression has at this place. */
  private take(pattern: RegExp): RegExpExecArray | null {
    const found = pattern.exec(this.text.slice(this.at));
    if (found) this.at += found[0].length;
    return found;
  }

  private step() {
    const char = String.fromCodePoint(this.text.codePointAt(this.at)!);
    if (char === '\\') return this.escape();
    if (char === '[') return this.bracket();
    if (char === '(') return this.open();
    if (this.flags.x && this.take(/^(?:\s+|#.*(?:\n|$))/)) return;
    // A possessive quantifier matches the same, only its backtracking differs.
    const times = this.pieces.length > 0 && this.take(/^([*+?]|\{\d+(?:,\d*)?\})(\+)?/);
    if (times) return this.add(times[1]!);
    this.at += char.length;
    switch (char) {
      case ')':
        this.flags = this.outer.pop() ?? this.flags;
        return this.add(char);
      case '.':
        return this.add(char, 'dot');
      case '^':
        return this.add(char, 'start');
      case '$':
        return this.add(char, 'end');
      case '{':
      case '}':
      case ']':
      case '/':
        return this.add(`\\${char}`);
      default:
        this.add(char, isLetter(char) ? 'letter' : 'plain');
    }
  }

  private open() {
    if (this.take(/^\(\?#[^)]*\)?/) || this.take(/^\(\*[A-Z_\d=]+\)/)) return;
    const reference = this.take(/^\(\?P=(\w+)\)/);
    if (reference) return this.add(`\\k<${reference[1]}>`);
    const flags = this.take(/^\(\?(\^?[imsxnUJ]*)(?:-([imsxnUJ]+))?([:)])/);
    if (flags && (flags[3] === ':' || flags[0] !== '(?)')) {
      if (flags[3] === ':') this.outer.push(this.flags);
      const set = { ...this.flags };
      for (const [letters, on] of [
        [flags[1], true],
        [flags[2], false],
      ] as const)
        for (const letter of letters ?? '') if (letter in set) set[letter as keyof Flags] = on;
      this.flags = set;
      if (flags[3] === ':') this.add('(?:');
      return;
    }
    this.outer.push(this.flags);
    const name = this.take(/^\(\?(?:P?<(\w+)>|'(\w+)')/);
    if (name) return this.add(`(?<${name[1] ?? name[2]}>`);
    // Neither backtracking into a group nor the numbers of its branches make a difference here.
    if (this.take(/^\(\?[>|]/)) return this.add('(?:');
    const around = this.take(/^\(\?<?[=!]/);
    if (around) return this.add(around[0]);
    if (/^\(\?(?:\(|R|&|P>|[+-]?\d)/.test(this.text.slice(this.at)))
      throw new Error('conditions and recursion are not supported');
    this.at++;
    this.add('(');
  }

  private escape() {
    const literal = this.take(/^\\Q([^]*?)(?:\\E|$)/);
    if (literal) {
      for (const char of literal[1]!) this.add(char.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&'), isLetter(char) ? 'letter' : 'plain');
      return;
    }
    if (this.take(/^\\E/)) return;
    const known = this.take(/^\\[AzZGRNXK]/)?.[0][1];
    if (known === 'K') return this.keep();
    if (known !== undefined) return this.add(places[known]!);
    const back = this.take(/^\\(?:g\{?(-?\d+)\}?|[gk](?:\{(\w+)\}|<(\w+)>|'(\w+)'))/);
    if (back) {
      const name = back[2] ?? back[3] ?? back[4];
      if (name !== undefined) return this.add(`\\k<${name}>`);
      const number = Number(back[1]);
      return this.add(`\\${number < 0 ? this.groups() + 1 + number : number}`);
    }
    this.add(this.character(false));
  }

  /** What stands before is only asked for. */
  private keep(): void {
    if (this.outer.length > 0 || this.pieces.some(({ text }) => text === '|'))
      throw new Error('`\\K` is only supported outside of groups');
    this.pieces = [{ text: '(?<=', kind: 'plain', flags: this.flags }, ...this.pieces];
    this.add(')');
  }

  private groups(): number {
    return this.pieces.filter(({ text }) => text === '(' || /^\(\?<\w/.test(text)).length;
  }

  /** An escape that stands for characters, in a class or outside. */
  private character(inClass: boolean): string {
    const property = this.take(/^\\([pP])(?:\{(\^?)([\w&]+)\}|(\w))/);
    if (property) {
      const [, p, not, long, short] = property;
      const negated = (p === 'P') !== (not === '^');
      return `\\${negated ? 'P' : 'p'}{${propertyName(long ?? short!)}}`;
    }
    const hex = this.take(/^\\x\{([\da-fA-F]+)\}/);
    if (hex) return Number.parseInt(hex[1]!, 16) > 0xff ? `\\u{${hex[1]}}` : `\\x${hex[1]!.slice(-2).padStart(2, '0')}`;
    const code = this.take(/^\\(?:x[\da-fA-F]{2}|c[A-Za-z])/);
    if (code) return code[0];
    const blank = this.take(/^\\([hHvVae])/)?.[1];
    if (blank !== undefined) return inClass ? insideOf[blank]! : outsideOf[blank]!;
    const [, char = ''] = this.take(/^\\([^]?)/u)!;
    if (inClass && char === '-') return '\\-';
    return /^[<>"'`#@%&~:;=!,_ \n-]$/.test(char) || (char > '\u007f' && char !== '') ? char : `\\${char}`;
  }

  private bracket(): void {
    let out = this.take(/^\[\^?/)![0];
    if (this.take(/^\]/)) out += '\\]';
    for (;;) {
      if (this.at >= this.text.length) break;
      if (this.take(/^\]/)) {
        out += ']';
        break;
      }
      const named = this.take(/^\[:(\^?)(\w+):\]/);
      const known = named && posixClasses.get(named[2]!);
      if (known) {
        out += named[1] === '^' ? (negated[named[2]!] ?? known) : known;
        continue;
      }
      if (named) this.at -= named[0].length;
      const literal = this.take(/^\\Q([^]*?)(?:\\E|$)/);
      if (literal) out += literal[1]!.replace(/[\\\]^-]/g, '\\$&');
      else if (this.text[this.at] === '\\') out += this.character(true);
      else {
        const char = String.fromCodePoint(this.text.codePointAt(this.at)!);
        this.at += char.length;
        // Beside a class a `-` is only itself.
        const alone =
          char === '-' && (/\\[wdshWDSH]$|\\[pP]\{\w+\}$/.test(out) || /^\\[wdshpWDSHP]/.test(this.text.slice(this.at)));
        out += char === '[' || char === '/' || alone ? `\\${char}` : char;
      }
    }
    this.add(out, 'class');
  }
}

const places: { readonly [escape: string]: string } = {
  A: '(?<![\\s\\S])',
  G: '(?<![\\s\\S])',
  z: '(?![\\s\\S])',
  Z: '(?=\\n?(?![\\s\\S]))',
  R: '(?:\\r\\n|\\n|\\r)',
  N: '[^\\n]',
  X: '[\\s\\S]',
};

const outsideOf: { readonly [escape: string]: string } = {
  h: '[ \\t]',
  H: '[^ \\t]',
  v: '[\\n\\v\\f\\r]',
  V: '[^\\n\\v\\f\\r]',
  a: '\\x07',
  e: '\\x1b',
};

const insideOf: { readonly [escape: string]: string } = {
  h: ' \\t',
  H: '\\S\\n\\r',
  v: '\\n\\v\\f\\r',
  V: '\\S \\t',
  a: '\\x07',
  e: '\\x1b',
};

const negated: { readonly [name: string]: string } = { digit: '\\D', space: '\\S', word: '\\W' };

/** General categories have the same names; scripts are asked for as such. */
function propertyName(name: string): string {
  if (name === 'L&') return 'LC';
  if (name === 'Any' || /^[LMNPSZC][a-z]?$/.test(name)) return name;
  if (name === 'Xan') return 'Alphabetic';
  return `Script=${name}`;
}
