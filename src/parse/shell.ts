/**
 * A parser for POSIX shell and bash scripts, after the grammar of POSIX.1-2024 XCU 2.10 and the bash manual. The guard
 * must know what a command line runs, so this one decodes quotes, keeps heredocs with the command that reads them, and
 * says exactly where a text stops being a script. Never throws; linear in the text but for backticks, which nest rarely.
 */
import type { ParameterPart, ShellAssignment, ShellNode, ShellPart, ShellRedirect, ShellTree, ShellWord } from './shell-tree.ts';

/** Deepest nesting of substitutions and compound commands that is read. */
export const MAX_SHELL_NESTING = 150;

/** Parses a script. Errors are in the result; what stands before and after them is in the tree. */
export function parseShell(text: string): ShellTree {
  return new ShellParser(text, null).script();
}

class SyntaxFault extends Error {}

const OPENERS = new Set(['if', 'while', 'until', 'for', 'select', 'case', 'function', '{', '[[', 'time', '!', 'coproc']);
/** Words that end a list of commands when they stand where a command would. */
const CLOSERS = new Set(['then', 'elif', 'else', 'fi', 'do', 'done', 'esac', '}', ']]', 'in']);
const DECLARING = new Set(['export', 'declare', 'typeset', 'local', 'readonly', 'alias']);
const REDIRECT = /(?:(\d+)|\{([A-Za-z_]\w*)\})?(<<<|<<-|<<|<>|<&|>&|>>|>\||&>>|&>|<(?!\()|>(?!\())/y;
const NAME = /[A-Za-z_]\w*/y;
const ASSIGNMENT = /([A-Za-z_]\w*)(?:\[([^\]\n]*)\])?(\+?)=/y;
const META = ' \t\n;&|()<>';
const BLANK = /(?:[ \t\r]|\\\r?\n)+/y;

class ShellParser {
  private at = 0;
  private nesting = 0;
  private tooDeep = false;
  private readonly errors: { offset: number; message: string }[] = [];
  /** Heredocs whose bodies start at the next newline. */
  private pending: { redirect: ShellRedirect; delimiter: string; literal: boolean }[] = [];

  constructor(
    private readonly text: string,
    /** Reported instead of the true places: for a text that is not a slice of the script (backticks). */
    private readonly fixed: { start: number; end: number } | null,
  ) {}

  script(): ShellTree {
    const body: ShellNode[] = [];
    while (this.at < this.text.length) {
      const before = this.at;
      try {
        body.push(...this.list(() => false));
        if (this.at < this.text.length) this.fail(`unexpected \`${this.text.slice(this.at, this.at + 12).split('\n')[0]}\``);
      } catch (fault) {
        if (!(fault instanceof SyntaxFault)) throw fault;
        this.errors.push({ offset: this.fixed?.start ?? Math.min(this.at, this.text.length), message: fault.message });
        body.push(...this.salvage);
        this.salvage = [];
        this.pending = [];
        this.nesting = 0;
        const newline = this.text.indexOf('\n', Math.max(this.at, before));
        this.at = newline < 0 ? this.text.length : newline + 1;
      }
    }
    if (this.pending.length > 0) this.readHeredocs();
    return { body, errors: this.errors, tooDeep: this.tooDeep };
  }

  /** Complete commands of the lists that were open when a fault was met. */
  private salvage: ShellNode[] = [];

  // ---- lists and pipelines

  /** Commands up to the end of the text, a closing word, `)` or `;;`. */
  private list(ends: () => boolean): ShellNode[] {
    const body: ShellNode[] = [];
    try {
      for (;;) {
        this.skipLines();
        if (
          this.at >= this.text.length ||
          this.peek(')') ||
          this.peek(';;') ||
          this.peek(';&') ||
          ends() ||
          this.closer() !== null
        ) {
          return body;
        }
        const node = this.andOr();
        this.blanks();
        if (this.peek('&') && !this.peek('&&')) {
          this.at += 1;
          body.push({ kind: 'background', body: node, start: node.start, end: node.end });
          if (this.peek('|') || this.peek('!')) this.at += 1;
        } else {
          body.push(node);
          if (this.peek(';') && !this.peek(';;') && !this.peek(';&')) this.at += 1;
          else if (
            this.at < this.text.length &&
            !'\n)#'.includes(this.text[this.at]!) &&
            !this.peek(';') &&
            this.closer() === null
          ) {
            this.fail(`unexpected \`${this.text[this.at]}\``);
          }
        }
      }
    } catch (fault) {
      if (fault instanceof SyntaxFault) this.salvage = [...body, ...this.salvage];
      throw fault;
    }
  }

  private andOr(): ShellNode {
    let left = this.pipeline();
    for (;;) {
      this.blanks();
      const operator = this.peek('&&') ? '&&' : this.peek('||') ? '||' : null;
      if (operator === null) return left;
      this.at += 2;
      this.skipLines();
      let right: ShellNode;
      try {
        right = this.pipeline();
      } catch (fault) {
        if (fault instanceof SyntaxFault) this.salvage = [left, ...this.salvage];
        throw fault;
      }
      left = { kind: 'and-or', operator, left, right, start: left.start, end: right.end };
    }
  }

  private pipeline(): ShellNode {
    const stages = [this.command()];
    for (;;) {
      this.blanks();
      if (!this.peek('|') || this.peek('||')) break;
      this.at += this.peek('|&') ? 2 : 1;
      this.skipLines();
      try {
        stages.push(this.command());
      } catch (fault) {
        if (fault instanceof SyntaxFault) this.salvage = [...stages, ...this.salvage];
        throw fault;
      }
    }
    if (stages.length === 1) return stages[0]!;
    return { kind: 'pipeline', stages, start: stages[0]!.start, end: stages[stages.length - 1]!.end };
  }

  private command(): ShellNode {
    this.blanks();
    const start = this.at;
    if (++this.nesting > MAX_SHELL_NESTING) {
      this.tooDeep = true;
      this.fail('nested too deeply');
    }
    const node = this.compound(start);
    this.nesting -= 1;
    return node;
  }

  private compound(start: number): ShellNode {
    if (this.peek('((')) {
      const end = this.arithmeticEnd(this.at + 2);
      if (end !== null) {
        const parts = this.expansions(this.at + 2, end);
        this.at = end + 2;
        return { kind: 'arithmetic', parts, body: [], redirects: this.redirects(), ...this.span(start) };
      }
    }
    if (this.peek('(')) {
      this.at += 1;
      const body = this.list(() => false);
      this.expect(')');
      return { kind: 'subshell', body, redirects: this.redirects(), ...this.span(start) };
    }
    const word = this.keyword();
    if (word !== null && OPENERS.has(word)) {
      const node = this.reserved(word, start);
      if (node !== null) return node;
    }
    return this.simple(start);
  }

  private reserved(word: string, start: number): ShellNode | null {
    const after = this.at + word.length;
    switch (word) {
      case '!':
        this.at = after;
        return this.pipeline();
      case 'time': {
        this.at = after;
        this.blanks();
        while (this.match(/(?:-p|--)(?=\s)/y) !== null) this.blanks();
        // `time -f '%e' cmd` is the program, not the keyword.
        if (this.peek('-') || this.at >= this.text.length || ';\n&|)'.includes(this.text[this.at]!)) {
          this.at = start;
          return null;
        }
        return this.pipeline();
      }
      case 'coproc': {
        this.at = after;
        this.blanks();
        const body = this.command();
        return { kind: 'background', body, ...this.span(start) };
      }
      case '{': {
        this.at = after;
        const body = this.list(() => false);
        this.expectWord('}');
        return { kind: 'group', body, redirects: this.redirects(), ...this.span(start) };
      }
      case '[[':
        this.at = after;
        return this.doubleBracket(start);
      case 'if': {
        this.at = after;
        const branches: { condition: ShellNode[]; body: ShellNode[] }[] = [];
        let otherwise: ShellNode[] = [];
        const one = () => {
          const condition = this.list(() => false);
          this.expectWord('then');
          branches.push({ condition, body: this.list(() => false) });
        };
        one();
        while (this.tryWord('elif')) one();
        if (this.tryWord('else')) otherwise = this.list(() => false);
        this.expectWord('fi');
        return { kind: 'if', branches, otherwise, redirects: this.redirects(), ...this.span(start) };
      }
      case 'while':
      case 'until': {
        this.at = after;
        const condition = this.list(() => false);
        const body = this.doGroup();
        return { kind: 'loop', condition, body, redirects: this.redirects(), ...this.span(start) };
      }
      case 'for':
      case 'select':
        this.at = after;
        return this.forLoop(start);
      case 'case':
        this.at = after;
        return this.caseOf(start);
      case 'function': {
        this.at = after;
        this.blanks();
        const name = this.word();
        this.blanks();
        if (this.matches(/\([ \t]*\)/y)) this.at = this.text.indexOf(')', this.at) + 1;
        this.skipLines();
        const body = this.command();
        return { kind: 'function', name: plain(name), body, ...this.span(start) };
      }
      default:
        return null;
    }
  }

  private forLoop(start: number): ShellNode {
    this.blanks();
    if (this.peek('((')) {
      const end = this.arithmeticEnd(this.at + 2);
      if (end === null) this.fail('`((` without `))`');
      const parts = this.expansions(this.at + 2, end);
      this.at = end + 2;
      this.blanks();
      if (this.peek(';')) this.at += 1;
      this.skipLines();
      const body = this.keyword() === '{' ? [this.command()] : this.doGroup();
      return { kind: 'arithmetic', parts, body, redirects: this.redirects(), ...this.span(start) };
    }
    const name = this.match(NAME);
    if (name === null) this.fail('expected a name after `for`');
    this.skipLines();
    let words: ShellWord[] | null = null;
    if (this.keyword() === 'in') {
      this.at += 2;
      words = [];
      for (;;) {
        this.blanks();
        if (this.at >= this.text.length || ';\n'.includes(this.text[this.at]!)) break;
        if (this.peek('#')) {
          this.comment();
          break;
        }
        if (META.includes(this.text[this.at]!) && !this.matches(/[<>]\(/y)) this.fail(`unexpected \`${this.text[this.at]}\``);
        words.push(this.word());
      }
    }
    this.blanks();
    if (this.peek(';')) this.at += 1;
    this.skipLines();
    const body = this.keyword() === '{' ? [this.command()] : this.doGroup();
    return { kind: 'for', name, words, body, redirects: this.redirects(), ...this.span(start) };
  }

  private caseOf(start: number): ShellNode {
    this.blanks();
    const value = this.word();
    this.skipLines();
    this.expectWord('in');
    const items: { patterns: ShellWord[]; body: ShellNode[] }[] = [];
    for (;;) {
      this.skipLines();
      if (this.tryWord('esac')) break;
      if (this.at >= this.text.length) this.fail('`case` without `esac`');
      if (this.peek('(')) this.at += 1;
      const patterns: ShellWord[] = [];
      for (;;) {
        this.blanks();
        patterns.push(this.word());
        this.blanks();
        if (!this.peek('|')) break;
        this.at += 1;
      }
      this.expect(')');
      const body = this.list(() => this.keyword() === 'esac');
      items.push({ patterns, body });
      this.skipLines();
      if (this.peek(';;&')) this.at += 3;
      else if (this.peek(';;') || this.peek(';&')) this.at += 2;
    }
    return { kind: 'case', value, items, redirects: this.redirects(), ...this.span(start) };
  }

  private doGroup(): ShellNode[] {
    this.skipLines();
    this.expectWord('do');
    const body = this.list(() => false);
    this.expectWord('done');
    return body;
  }

  private doubleBracket(start: number): ShellNode {
    const words: ShellWord[] = [];
    for (;;) {
      this.skipLines();
      if (this.at >= this.text.length) this.fail('`[[` without `]]`');
      if (this.matches(/\]\](?=[\s;&|)<>]|$)/y)) {
        this.at += 2;
        break;
      }
      const operator = this.match(/&&|\|\||[()<>](?!\()|\(/y);
      if (operator !== null) continue;
      const last = words[words.length - 1];
      words.push(last !== undefined && plain(last) === '=~' ? this.regexWord() : this.word());
    }
    return { kind: 'test', words, redirects: this.redirects(), ...this.span(start) };
  }

  /** The right side of `=~`: parentheses and `|` belong to the word. */
  private regexWord(): ShellWord {
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

  // ---- simple commands

  private simple(start: number): ShellNode {
    const assignments: ShellAssignment[] = [];
    const declared: ShellAssignment[] = [];
    const words: ShellWord[] = [];
    const redirects: ShellRedirect[] = [];
    let declaring = false;
    let end = start;
    for (;;) {
      this.blanks();
      if (this.at >= this.text.length) break;
      const c = this.text[this.at]!;
      if (c === '#') {
        this.comment();
        break;
      }
      const redirect = this.redirect();
      if (redirect !== null) {
        redirects.push(redirect);
        end = this.at;
        continue;
      }
      if (META.includes(c) && !this.matches(/[<>]\(/y)) {
        if (
          c === '(' &&
          words.length === 1 &&
          redirects.length === 0 &&
          assignments.length === 0 &&
          this.matches(/\([ \t]*\)/y)
        ) {
          this.at = this.text.indexOf(')', this.at) + 1;
          this.skipLines();
          const body = this.command();
          return { kind: 'function', name: plain(words[0]!), body, ...this.span(start) };
        }
        break;
      }
      if (words.length === 0 || declaring) {
        const assignment = this.assignment();
        if (assignment !== null) {
          (declaring ? declared : assignments).push(assignment);
          end = this.at;
          continue;
        }
      }
      const word = this.word();
      words.push(word);
      end = this.at;
      if (words.length === 1) declaring = DECLARING.has(plain(word));
    }
    if (words.length === 0 && assignments.length === 0 && redirects.length === 0) {
      this.fail(this.at >= this.text.length ? 'unexpected end' : `unexpected \`${this.text[this.at]}\``);
    }
    return { kind: 'simple', assignments, words, declared, redirects, start: this.place(start), end: this.place(end, true) };
  }

  private assignment(): ShellAssignment | null {
    const start = this.at;
    ASSIGNMENT.lastIndex = start;
    const match = ASSIGNMENT.exec(this.text);
    if (match === null) return null;
    this.at = ASSIGNMENT.lastIndex;
    const made = { name: match[1]!, index: match[2] ?? null, append: match[3] === '+' };
    if (this.peek('(')) {
      this.at += 1;
      const array: ShellWord[] = [];
      for (;;) {
        this.skipLines();
        if (this.at >= this.text.length) this.fail('`=(` without `)`');
        if (this.peek(')')) break;
        if (META.includes(this.text[this.at]!) && !this.matches(/[<>]\(/y)) this.fail(`unexpected \`${this.text[this.at]}\``);
        // `[key]=value`
        const key = this.match(/\[[^\]\n]*\]\+?=/y);
        if (key === null || !this.atBlank()) array.push(this.word());
      }
      this.at += 1;
      return { ...made, value: null, array, ...this.span(start) };
    }
    const value = this.atBlank() ? null : this.word();
    return { ...made, value, array: null, ...this.span(start) };
  }

  private redirects(): ShellRedirect[] {
    const found: ShellRedirect[] = [];
    for (;;) {
      this.blanks();
      const redirect = this.redirect();
      if (redirect === null) return found;
      found.push(redirect);
    }
  }

  private redirect(): ShellRedirect | null {
    const start = this.at;
    REDIRECT.lastIndex = start;
    const match = REDIRECT.exec(this.text);
    if (match === null) return null;
    this.at = REDIRECT.lastIndex;
    const operator = match[3] as ShellRedirect['operator'];
    this.blanks();
    if (operator === '<<' || operator === '<<-') {
      const from = this.at;
      const target = this.word();
      const raw = this.text.slice(from, this.at);
      const redirect: ShellRedirect = {
        operator,
        descriptor: match[1] ? Number(match[1]) : null,
        target,
        body: [],
        ...this.span(start),
      };
      this.pending.push({ redirect, delimiter: plain(target), literal: /['"\\]/.test(raw) });
      return redirect;
    }
    if (this.at >= this.text.length || (META.includes(this.text[this.at]!) && !this.matches(/[<>]\(/y))) {
      this.fail(`\`${operator}\` without a target`);
    }
    const target = this.word();
    return { operator, descriptor: match[1] ? Number(match[1]) : null, target, body: null, ...this.span(start) };
  }

  private readHeredocs(): void {
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
        if (line.replace(/\r$/, '') === delimiter) {
          to = this.at;
          this.at = Math.min(end + 1, this.text.length);
          break;
        }
        // `$(cat <<EOF … EOF)` on the last line is accepted by bash with a warning.
        this.at = Math.min(end + 1, this.text.length);
        if (newline < 0) break;
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
    const after = this.at;
    const parts = this.expansions(from, to, '$`\\');
    this.at = after;
    if (strip) {
      for (const part of parts) if (part.kind === 'text') part.text = part.text.replace(/^\t+/gm, '');
    }
    return parts;
  }

  // ---- words

  private word(): ShellWord {
    const start = this.at;
    const parts: ShellPart[] = [];
    while (this.at < this.text.length) {
      const c = this.text[this.at]!;
      if (META.includes(c)) {
        if ((c === '<' || c === '>') && this.text[this.at + 1] === '(') {
          const from = this.at;
          this.at += 2;
          const body = this.nested(')');
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
      if ('()|'.includes(c) || META.includes(c)) {
        parts.push({ kind: 'text', text: c, quoted: false });
        this.at += 1;
      } else this.piece(parts);
    } while (open > 0);
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

  private backticks(parts: ShellPart[], quoted: boolean): void {
    const start = this.at;
    let end = start + 1;
    while (end < this.text.length && this.text[end] !== '`') end += this.text[end] === '\\' ? 2 : 1;
    if (end >= this.text.length) this.fail('unmatched backtick');
    const inner = this.text.slice(start + 1, end).replace(/\\([`\\$])/g, '$1');
    this.at = end + 1;
    const span = this.span(start);
    if (++this.nesting > MAX_SHELL_NESTING) {
      this.tooDeep = true;
      this.fail('nested too deeply');
    }
    const parser = new ShellParser(inner, span);
    parser.nesting = this.nesting;
    const tree = parser.script();
    this.nesting -= 1;
    this.errors.push(...tree.errors);
    this.tooDeep ||= tree.tooDeep;
    parts.push({ kind: 'command', body: tree.body, quoted, ...span });
  }

  private dollar(parts: ShellPart[], quoted: boolean): void {
    const { text } = this;
    const start = this.at;
    if (this.peek('$((')) {
      const end = this.arithmeticEnd(start + 3);
      if (end !== null) {
        const inner = this.expansions(start + 3, end);
        this.at = end + 2;
        parts.push({ kind: 'arithmetic', text: text.slice(start + 3, end), parts: inner, quoted, ...this.span(start) });
        return;
      }
    }
    if (this.peek('$(')) {
      this.at += 2;
      const body = this.nested(')');
      parts.push({ kind: 'command', body, quoted, ...this.span(start) });
      return;
    }
    if (this.peek('${')) {
      this.at += 2;
      const part = this.braced(start, quoted);
      if (part !== null) {
        parts.push(part);
        return;
      }
      // A bad substitution stops the command when it runs, not the script when it is read.
      this.at = start;
    }
    this.at += 1;
    const name = this.match(/[A-Za-z_]\w*|[0-9@*#?$!-]/y);
    if (name === null) {
      parts.push({ kind: 'text', text: '$', quoted });
      return;
    }
    const plainPart = { length: false, indirect: false, index: null, operator: '', argument: null, second: null };
    parts.push({ kind: 'parameter', name, ...plainPart, quoted, ...this.span(start) });
  }

  /** Null for a bad substitution. */
  private braced(start: number, quoted: boolean): ParameterPart | null {
    const made: ParameterPart = {
      kind: 'parameter',
      name: '',
      length: false,
      indirect: false,
      index: null,
      operator: '',
      argument: null,
      second: null,
      quoted,
      start,
      end: start,
    };
    if (this.matches(/#[^}:%#/,^+=?@-]/y) || this.matches(/#[@#?$!*-]\}/y)) {
      made.length = true;
      this.at += 1;
    } else if (this.matches(/![A-Za-z_0-9]/y)) {
      made.indirect = true;
      this.at += 1;
    }
    made.name = this.match(/[A-Za-z_]\w*|[0-9]+|[@*#?$!-]/y) ?? '';
    if (made.name === '') return null;
    if (this.peek('[')) {
      let open = 0;
      const from = this.at + 1;
      do {
        const c = this.text[this.at];
        if (c === undefined || c === '\n') return null;
        if (c === '[') open += 1;
        if (c === ']') open -= 1;
        this.at += 1;
      } while (open > 0);
      made.index = this.text.slice(from, this.at - 1);
    }
    if (!this.peek('}')) {
      made.operator = this.match(/:?[-=+?]|##?|%%?|\/[/#%]?|\^\^?|,,?|@[A-Za-z]|[@*]|:/y) ?? '';
      if (made.operator === '') return null;
      const twofold = made.operator.startsWith('/') ? '/' : made.operator === ':' ? ':' : null;
      made.argument = this.bracedWord(quoted, twofold);
      if (twofold !== null && this.peek(twofold)) {
        this.at += 1;
        made.second = this.bracedWord(quoted, null);
      }
    }
    if (!this.peek('}')) return null;
    this.at += 1;
    return { ...made, ...this.span(start) };
  }

  /** Text inside `${…}` up to its `}` or to `stop`. */
  private bracedWord(quoted: boolean, stop: string | null): ShellWord {
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

  /** Commands up to `close`, which is consumed. */
  private nested(close: string): ShellNode[] {
    if (++this.nesting > MAX_SHELL_NESTING) {
      this.tooDeep = true;
      this.fail('nested too deeply');
    }
    const outer = this.pending;
    this.pending = [];
    const body = this.list(() => false);
    if (this.pending.length > 0) {
      // The heredoc's body follows the line on which the substitution ends.
      outer.push(...this.pending);
    }
    this.pending = outer;
    this.expect(close);
    this.nesting -= 1;
    return body;
  }

  /** The expansions and texts of `[from, to)`, read as inside double quotes. */
  private expansions(from: number, to: number, escapable = '"$`\\'): ShellPart[] {
    const parser = new ShellParser(this.text.slice(0, to), this.fixed);
    parser.at = from;
    parser.nesting = this.nesting;
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
        this.errors.push({ offset: this.place(before), message: fault.message });
        parser.at = before + 1;
        parser.nesting = this.nesting;
        parts.push({ kind: 'text', text: c, quoted: true });
      }
    }
    this.errors.push(...parser.errors);
    this.tooDeep ||= parser.tooDeep;
    return joined(parts);
  }

  /** Where the `))` of an arithmetic expression starts; null when the text is a nested subshell instead. */
  private arithmeticEnd(from: number): number | null {
    let open = 0;
    for (let i = from; i < this.text.length; i += 1) {
      const c = this.text[i];
      if (c === '(') open += 1;
      else if (c === ')') {
        if (open === 0) return this.text[i + 1] === ')' ? i : null;
        open -= 1;
      } else if (c === '\\') i += 1;
      else if (c === "'" || c === '"') {
        const end = this.text.indexOf(c, i + 1);
        if (end < 0) return null;
        i = end;
      } else if (c === ';' && open === 0 && this.text[i + 1] === ';') return null;
    }
    return null;
  }

  // ---- scanning

  private peek(token: string): boolean {
    return this.text.startsWith(token, this.at);
  }

  private matches(regex: RegExp): boolean {
    regex.lastIndex = this.at;
    return regex.test(this.text);
  }

  private match(regex: RegExp): string | null {
    regex.lastIndex = this.at;
    const found = regex.exec(this.text);
    if (found === null) return null;
    this.at = regex.lastIndex;
    return found[0];
  }

  private atBlank(): boolean {
    return this.at >= this.text.length || META.includes(this.text[this.at]!);
  }

  /** The bare word at this place, not consumed; null when what stands here is quoted, expanded or an operator. */
  private keyword(): string | null {
    const word = /[^\s;&|()<>"'`$\\#]+(?=[\s;&|()<>]|$)/y;
    word.lastIndex = this.at;
    const found = word.exec(this.text);
    return found === null ? null : found[0];
  }

  private closer(): string | null {
    const word = this.keyword();
    return word !== null && CLOSERS.has(word) && word !== 'in' ? word : null;
  }

  private tryWord(word: string): boolean {
    this.skipLines();
    if (this.keyword() !== word) return false;
    this.at += word.length;
    return true;
  }

  private expectWord(word: string): void {
    if (!this.tryWord(word)) this.fail(`expected \`${word}\``);
  }

  private expect(token: string): void {
    this.blanks();
    while (token === ')' && this.at < this.text.length && '\n#'.includes(this.text[this.at]!)) this.skipLines();
    if (!this.peek(token)) this.fail(`expected \`${token}\``);
    this.at += token.length;
  }

  private blanks(): void {
    BLANK.lastIndex = this.at;
    if (BLANK.test(this.text)) this.at = BLANK.lastIndex;
  }

  private comment(): void {
    const newline = this.text.indexOf('\n', this.at);
    this.at = newline < 0 ? this.text.length : newline;
  }

  /** Blanks, comments and newlines; reads the heredocs that start after a newline. */
  private skipLines(): void {
    for (;;) {
      this.blanks();
      const c = this.text[this.at];
      if (c === '\n') {
        this.at += 1;
        if (this.pending.length > 0) this.readHeredocs();
      } else if (c === '#') this.comment();
      else return;
    }
  }

  private span(start: number): { start: number; end: number } {
    return this.fixed ?? { start, end: this.at };
  }

  private place(offset: number, end = false): number {
    return this.fixed ? (end ? this.fixed.end : this.fixed.start) : offset;
  }

  private fail(message: string): never {
    throw new SyntaxFault(message);
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
function plain(word: ShellWord): string {
  return word.parts.map((part) => (part.kind === 'text' ? part.text : '')).join('');
}

const SIMPLE_ESCAPES: Record<string, string> = {
  a: '\x07',
  b: '\b',
  e: '\x1b',
  E: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** The escapes of `$'…'`, `printf` and `echo -e` (bash manual, 3.1.2.4). */
export function decodeAnsi(text: string): string {
  return text.replace(
    /\\(?:x([0-9A-Fa-f]{1,2})|u([0-9A-Fa-f]{1,4})|U([0-9A-Fa-f]{1,8})|0?([0-7]{1,3})|c(.)|([\s\S]))/g,
    (whole, hex?: string, short?: string, long?: string, octal?: string, control?: string, other?: string) => {
      const code = hex ?? short ?? long;
      if (code !== undefined) {
        const point = Number.parseInt(code, 16);
        return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
      }
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 255);
      if (control !== undefined) return String.fromCharCode(control.charCodeAt(0) & 31);
      return SIMPLE_ESCAPES[other!] ?? (`\\'"?`.includes(other!) ? other! : whole);
    },
  );
}
