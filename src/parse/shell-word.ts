/** The reading of words, of the quotes in them, and of here-documents. */
import { META, SyntaxFault } from './shell-cursor.ts';
import { decodeAnsi } from './shell-escape.ts';
import { ShellExpansionReader } from './shell-expansion.ts';
import type { ShellPart, ShellWord } from './shell-tree.ts';

export abstract class ShellWordReader extends ShellExpansionReader {
  protected abstract override apart(text: string, fixed: { start: number; end: number } | null): ShellWordReader;

  protected word(): ShellWord {
    const start = this.at;
    const parts: ShellPart[] = [];
    while (this.at < this.text.length) {
      const c = this.text[this.at]!;
      if (META.includes(c)) {
        if ((c === '<' || c === '>') && this.text[this.at + 1] === '(') {
          const from = this.at;
          this.at += 2;
          const body = this.nested();
          parts.push({ kind: 'process', direction: c === '<' ? 'in' : 'out', body, ...this.span(from) });
          continue;
        }
        // An extended glob: `@(a|b)`.
        if (c === '(' && this.at > start && '?*+@!'.includes(this.text[this.at - 1]!)) {
          this.extendedGlob(parts);
          continue;
        }
        break;
      }
      this.piece(parts);
    }
    if (this.at === start) this.fail(start >= this.text.length ? 'unexpected end' : `unexpected \`${this.text[start]}\``);
    const word: ShellWord = { parts: joined(parts), ...this.span(start) };
    if (isDisguised(this.text.slice(start, this.at), word)) word.disguised = true;
    return word;
  }

  private extendedGlob(parts: ShellPart[]): void {
    let open = 0;
    do {
      const c = this.text[this.at];
      if (c === undefined) this.fail('`(` without `)`');
      if (c === '(') open += 1;
      if (c === ')') open -= 1;
      if (META.includes(c)) {
        parts.push({ kind: 'text', text: c, quoted: false });
        this.at += 1;
      } else this.piece(parts);
    } while (open > 0);
  }

  /** The right side of `=~`: parentheses and `|` belong to the word. */
  protected regexWord(): ShellWord {
    const start = this.at;
    const parts: ShellPart[] = [];
    let open = 0;
    while (this.at < this.text.length) {
      const c = this.text[this.at]!;
      if (c === '\n' || ((c === ' ' || c === '\t') && open === 0)) break;
      if (c === '(') open += 1;
      if (c === ')') open -= 1;
      if ('()|<>&; \t[]'.includes(c)) {
        parts.push({ kind: 'text', text: c, quoted: false });
        this.at += 1;
      } else this.piece(parts);
    }
    return { parts: joined(parts), ...this.span(start) };
  }

  /** One quoted string, escape, expansion or run of plain characters, outside double quotes. */
  private piece(parts: ShellPart[]): void {
    const { text } = this;
    const c = text[this.at]!;
    if (c === '\\') {
      if (text.startsWith('\r\n', this.at + 1)) this.at += 3;
      else if (text[this.at + 1] === '\n') this.at += 2;
      else {
        parts.push({ kind: 'text', text: text[this.at + 1] ?? '\\', quoted: true });
        this.at += 2;
      }
    } else if (c === "'") {
      const end = text.indexOf("'", this.at + 1);
      if (end < 0) this.fail("unmatched `'`");
      parts.push({ kind: 'text', text: text.slice(this.at + 1, end), quoted: true });
      this.at = end + 1;
    } else if (c === '"') this.doubleQuoted(parts);
    else if (c === '`') this.backticks(parts, false);
    else if (c === '$') {
      const next = text[this.at + 1];
      if (next === "'") this.ansiQuoted(parts);
      else if (next === '"') {
        this.at += 1;
        this.doubleQuoted(parts);
      } else this.dollar(parts, false);
    } else {
      const from = this.at;
      this.at += 1;
      while (this.at < text.length && !'\\\'"`$ \t\n;&|()<>'.includes(text[this.at]!)) this.at += 1;
      parts.push({ kind: 'text', text: text.slice(from, this.at).replace(/\r$/, ''), quoted: false });
    }
  }

  private doubleQuoted(parts: ShellPart[]): void {
    const start = this.at;
    this.at += 1;
    parts.push({ kind: 'text', text: '', quoted: true });
    for (;;) {
      const c = this.text[this.at];
      if (c === undefined) {
        this.at = start;
        this.fail('unmatched `"`');
      }
      if (c === '"') {
        this.at += 1;
        return;
      }
      this.quotedPiece(parts, c, '"$`\\');
    }
  }

  /** One piece where only `$`, backticks and some escapes mean anything. `escapable`: what a backslash may stand before. */
  private quotedPiece(parts: ShellPart[], c: string, escapable: string): void {
    const { text } = this;
    if (c === '\\') {
      const next = text[this.at + 1];
      if (next === '\n') this.at += 2;
      else if (next !== undefined && escapable.includes(next)) {
        parts.push({ kind: 'text', text: next, quoted: true });
        this.at += 2;
      } else {
        parts.push({ kind: 'text', text: '\\', quoted: true });
        this.at += 1;
      }
    } else if (c === '`') this.backticks(parts, true);
    else if (c === '$') this.dollar(parts, true);
    else {
      const from = this.at;
      this.at += 1;
      while (this.at < text.length && !'\\"`$'.includes(text[this.at]!)) this.at += 1;
      parts.push({ kind: 'text', text: text.slice(from, this.at), quoted: true });
    }
  }

  private ansiQuoted(parts: ShellPart[]): void {
    let end = this.at + 2;
    while (end < this.text.length && this.text[end] !== "'") end += this.text[end] === '\\' ? 2 : 1;
    if (end >= this.text.length) this.fail("unmatched `'`");
    parts.push({ kind: 'text', text: decodeAnsi(this.text.slice(this.at + 2, end)), quoted: true });
    this.at = end + 1;
  }

  /** Text inside `${…}` up to its `}` or to `stop`. */
  protected override bracedWord(quoted: boolean, stop: string | null): ShellWord {
    const start = this.at;
    const parts: ShellPart[] = [];
    let open = 0;
    while (this.at < this.text.length) {
      const c = this.text[this.at]!;
      if (c === '}' && open === 0) break;
      if (c === stop && open === 0) break;
      if (c === '{') open += 1;
      if (c === '}') open -= 1;
      if (quoted && c === "'") {
        parts.push({ kind: 'text', text: c, quoted: true });
        this.at += 1;
      } else if ('{}/:'.includes(c) || META.includes(c)) {
        parts.push({ kind: 'text', text: c, quoted });
        this.at += 1;
      } else if ('\\\'"`$'.includes(c)) this.piece(parts);
      else {
        const from = this.at;
        while (this.at < this.text.length && !'\\\'"`${}/: \t\n;&|()<>'.includes(this.text[this.at]!)) this.at += 1;
        parts.push({ kind: 'text', text: this.text.slice(from, this.at), quoted });
      }
    }
    return { parts: joined(parts), ...this.span(start) };
  }

  /** The expansions and texts of `[from, to)`, read as inside double quotes. */
  protected override expansions(from: number, to: number, escapable = '"$`\\'): ShellPart[] {
    const parser = this.apart(this.text.slice(0, to), this.fixed);
    parser.at = from;
    const parts: ShellPart[] = [];
    while (parser.at < to) {
      const c = this.text[parser.at]!;
      if (c === '"') {
        parts.push({ kind: 'text', text: '"', quoted: true });
        parser.at += 1;
        continue;
      }
      const before = parser.at;
      try {
        parser.quotedPiece(parts, c, escapable);
      } catch (fault) {
        if (!(fault instanceof SyntaxFault)) throw fault;
        this.errors.push({ offset: this.span(before).start, message: fault.message });
        parser.at = before + 1;
        parser.nesting = this.nesting;
        parts.push({ kind: 'text', text: c, quoted: true });
      }
    }
    this.errors.push(...parser.errors);
    this.tooDeep ||= parser.tooDeep;
    return joined(parts);
  }

  protected override readHeredocs(): void {
    const pending = this.pending;
    this.pending = [];
    for (const { redirect, delimiter, literal } of pending) {
      const strip = redirect.operator === '<<-';
      const from = this.at;
      let to = -1;
      while (this.at < this.text.length) {
        const newline = this.text.indexOf('\n', this.at);
        const end = newline < 0 ? this.text.length : newline;
        let line = this.text.slice(this.at, end);
        if (strip) line = line.replace(/^\t+/, '');
        if (line.replace(/\r$/, '') === delimiter) to = this.at;
        this.at = Math.min(end + 1, this.text.length);
        if (to >= 0) break;
      }
      if (to < 0) {
        to = this.text.length;
        this.errors.push({ offset: redirect.start, message: `heredoc without its end \`${delimiter}\`` });
      }
      redirect.body = this.heredocBody(from, to, strip, literal);
    }
  }

  private heredocBody(from: number, to: number, strip: boolean, literal: boolean): ShellPart[] {
    if (literal) {
      const text = this.text.slice(from, to);
      return [{ kind: 'text', text: strip ? text.replace(/^\t+/gm, '') : text, quoted: true }];
    }
    const parts = this.expansions(from, to, '$`\\');
    if (strip) {
      for (const part of parts) if (part.kind === 'text') part.text = part.text.replace(/^\t+/gm, '');
    }
    return parts;
  }
}

/** Neighbouring texts of the same quoting become one; an empty quoted text is kept only when it is alone. */
function joined(parts: ShellPart[]): ShellPart[] {
  const out: ShellPart[] = [];
  for (const part of parts) {
    const last = out[out.length - 1];
    if (part.kind === 'text' && last?.kind === 'text' && last.quoted === part.quoted) last.text += part.text;
    else out.push(part);
  }
  return out.length > 1 ? out.filter((part) => part.kind !== 'text' || part.text !== '') : out;
}

/** A quote or an escape between the letters of a name, or letters written as codes. */
function isDisguised(written: string, word: ShellWord): boolean {
  if (written.length > 200 || !/\w(?:''|""|\\\w|'\w+'|"\w+")\w|^\$'.*\\[xuU0-7]|^(?:'\w+'|"\w+")\w/.test(written)) return false;
  return word.parts.every((part) => part.kind === 'text') && /^[A-Za-z][\w-]*$/.test(plain(word));
}

/** The word's literal text; `''` for its expansions. */
export function plain(word: ShellWord): string {
  return word.parts.map((part) => (part.kind === 'text' ? part.text : '')).join('');
}
