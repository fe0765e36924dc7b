/**
 * A parser for POSIX shell and bash scripts, after the grammar of POSIX.1-2024 XCU 2.10 and the bash manual. The guard
 * must know what a command line runs, so this one decodes quotes, keeps heredocs with the command that reads them, and
 * says exactly where a text stops being a script. Never throws; linear in the text but for backticks, which nest rarely.
 */
import { SyntaxFault } from './shell-cursor.ts';
import type { ShellAssignment, ShellNode, ShellRedirect, ShellTree, ShellWord } from './shell-tree.ts';
import { plain, ShellWordReader } from './shell-word.ts';

/** Parses a script. Errors are in the result; what stands before and after them is in the tree. */
export function parseShell(text: string): ShellTree {
  return new ShellParser(text, null).script();
}

const OPENERS = new Set(['if', 'while', 'until', 'for', 'select', 'case', 'function', '{', '[[', 'time', '!', 'coproc']);
const DECLARING = new Set(['export', 'declare', 'typeset', 'local', 'readonly', 'alias']);
const REDIRECT = /(?:(\d+)|\{[A-Za-z_]\w*\})?(<<<|<<-|<<|<>|<&|>&|>>|>\||&>>|&>|<(?!\()|>(?!\())/y;
const NAME = /[A-Za-z_]\w*/y;
const ASSIGNMENT = /([A-Za-z_]\w*)(?:\[([^\]\n]*)\])?(\+?)=/y;

class ShellParser extends ShellWordReader {
  /** Complete commands of the lists that were open when a fault was met. */
  private salvage: ShellNode[] = [];

  script(): ShellTree {
    const body: ShellNode[] = [];
    while (this.at < this.text.length) {
      const before = this.at;
      try {
        body.push(...this.list());
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

  protected override apart(text: string, fixed: { start: number; end: number } | null): ShellParser {
    const made = new ShellParser(text, fixed);
    made.nesting = this.nesting;
    return made;
  }

  // ---- lists and pipelines

  /** Commands up to the end of the text, a closing word, `)` or `;;`. */
  protected override list(): ShellNode[] {
    const body: ShellNode[] = [];
    try {
      for (;;) {
        this.skipLines();
        if (this.at >= this.text.length || this.peek(')') || this.peek(';;') || this.peek(';&') || this.closer() !== null) {
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
    this.deeper();
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
      const body = this.list();
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
        const body = this.list();
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
          const condition = this.list();
          this.expectWord('then');
          branches.push({ condition, body: this.list() });
        };
        one();
        while (this.tryWord('elif')) one();
        if (this.tryWord('else')) otherwise = this.list();
        this.expectWord('fi');
        return { kind: 'if', branches, otherwise, redirects: this.redirects(), ...this.span(start) };
      }
      case 'while':
      case 'until': {
        this.at = after;
        const condition = this.list();
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
      const body = this.loopBody();
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
        if (this.atOperator()) this.fail(`unexpected \`${this.text[this.at]}\``);
        words.push(this.word());
      }
    }
    const body = this.loopBody();
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
      const body = this.list();
      items.push({ patterns, body });
      this.skipLines();
      if (this.peek(';;&')) this.at += 3;
      else if (this.peek(';;') || this.peek(';&')) this.at += 2;
    }
    return { kind: 'case', value, items, redirects: this.redirects(), ...this.span(start) };
  }

  /** `; do … done` or `; { … }`. */
  private loopBody(): ShellNode[] {
    this.blanks();
    if (this.peek(';')) this.at += 1;
    this.skipLines();
    return this.keyword() === '{' ? [this.command()] : this.doGroup();
  }

  private doGroup(): ShellNode[] {
    this.skipLines();
    this.expectWord('do');
    const body = this.list();
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
      if (this.atOperator()) {
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
    return { kind: 'simple', assignments, words, declared, redirects, ...this.span(start, end) };
  }

  private assignment(): ShellAssignment | null {
    const start = this.at;
    const match = this.groups(ASSIGNMENT);
    if (match === null) return null;
    const made = { name: match[1]!, index: match[2] ?? null, append: match[3] === '+' };
    if (this.peek('(')) {
      this.at += 1;
      const array: ShellWord[] = [];
      for (;;) {
        this.skipLines();
        if (this.at >= this.text.length) this.fail('`=(` without `)`');
        if (this.peek(')')) break;
        if (this.atOperator()) this.fail(`unexpected \`${this.text[this.at]}\``);
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
    const match = this.groups(REDIRECT);
    if (match === null) return null;
    const operator = match[2] as ShellRedirect['operator'];
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
    if (this.at >= this.text.length || this.atOperator()) {
      this.fail(`\`${operator}\` without a target`);
    }
    const target = this.word();
    return { operator, descriptor: match[1] ? Number(match[1]) : null, target, body: null, ...this.span(start) };
  }
}
