/** Where the shell's parser is in its text: what stands there, blanks and comments, and faults. */
import type { ShellRedirect } from './shell-tree.ts';

/** Deepest nesting of substitutions and compound commands that is read. */
export const MAX_SHELL_NESTING = 150;

/** Characters that end a word outside quotes. */
export const META = ' \t\n;&|()<>';
const BLANK = /(?:[ \t\r]|\\\r?\n)+/y;
/** Words that end a list of commands when they stand where a command would. */
const CLOSERS = new Set(['then', 'elif', 'else', 'fi', 'do', 'done', 'esac', '}', ']]', 'in']);

export class SyntaxFault extends Error {}

export abstract class ShellCursor {
  protected at = 0;
  protected nesting = 0;
  protected tooDeep = false;
  protected readonly errors: { offset: number; message: string }[] = [];
  /** Heredocs whose bodies start at the next newline. */
  protected pending: { redirect: ShellRedirect; delimiter: string; literal: boolean }[] = [];

  constructor(
    protected readonly text: string,
    /** Reported instead of the true places: for a text that is not a slice of the script (backticks). */
    protected readonly fixed: { start: number; end: number } | null,
  ) {}

  /** The bodies of the heredocs that are pending; they start here. */
  protected abstract readHeredocs(): void;

  protected peek(token: string): boolean {
    return this.text.startsWith(token, this.at);
  }

  protected matches(regex: RegExp): boolean {
    regex.lastIndex = this.at;
    return regex.test(this.text);
  }

  protected match(regex: RegExp): string | null {
    regex.lastIndex = this.at;
    const found = regex.exec(this.text);
    if (found === null) return null;
    this.at = regex.lastIndex;
    return found[0];
  }

  protected atBlank(): boolean {
    return this.at >= this.text.length || META.includes(this.text[this.at]!);
  }

  /** The bare word at this place, not consumed; null when what stands here is quoted, expanded or an operator. */
  protected keyword(): string | null {
    const word = /[^\s;&|()<>"'`$\\#]+(?=[\s;&|()<>]|$)/y;
    word.lastIndex = this.at;
    const found = word.exec(this.text);
    return found === null ? null : found[0];
  }

  protected closer(): string | null {
    const word = this.keyword();
    return word !== null && CLOSERS.has(word) && word !== 'in' ? word : null;
  }

  protected tryWord(word: string): boolean {
    this.skipLines();
    if (this.keyword() !== word) return false;
    this.at += word.length;
    return true;
  }

  protected expectWord(word: string): void {
    if (!this.tryWord(word)) this.fail(`expected \`${word}\``);
  }

  protected expect(token: string): void {
    this.blanks();
    while (token === ')' && this.at < this.text.length && '\n#'.includes(this.text[this.at]!)) this.skipLines();
    if (!this.peek(token)) this.fail(`expected \`${token}\``);
    this.at += token.length;
  }

  protected blanks(): void {
    BLANK.lastIndex = this.at;
    if (BLANK.test(this.text)) this.at = BLANK.lastIndex;
  }

  protected comment(): void {
    const newline = this.text.indexOf('\n', this.at);
    this.at = newline < 0 ? this.text.length : newline;
  }

  /** Blanks, comments and newlines; reads the heredocs that start after a newline. */
  protected skipLines(): void {
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

  protected span(start: number): { start: number; end: number } {
    return this.fixed ?? { start, end: this.at };
  }

  protected place(offset: number, end = false): number {
    return this.fixed ? (end ? this.fixed.end : this.fixed.start) : offset;
  }

  protected fail(message: string): never {
    throw new SyntaxFault(message);
  }
}
