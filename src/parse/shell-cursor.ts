/** Where the shell's parser is in its text: what stands there, blanks and comments, and faults. */
import type { ShellRedirect } from './shell-tree.ts';

/** Deepest nesting of substitutions and compound commands that is read. */
export const MAX_SHELL_NESTING = 150;

/** Characters that end a word outside quotes. */
export const META = ' \t\n;&|()<>';
const KEYWORD = /[^\s;&|()<>"'`$\\#]+(?=[\s;&|()<>]|$)/y;
const BLANK = /(?:[ \t\r]|\\\r?\n)+/y;
/** Words that end a list of commands when they stand where a command would. */
const CLOSERS = new Set(['then', 'elif', 'else', 'fi', 'do', 'done', 'esac', '}', ']]']);

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

  /** What the regex, which is sticky, matches here; it is consumed. */
  protected match(regex: RegExp): string | null {
    return this.groups(regex)?.[0] ?? null;
  }

  /** As `match`, with the groups. */
  protected groups(regex: RegExp): RegExpExecArray | null {
    regex.lastIndex = this.at;
    const found = regex.exec(this.text);
    if (found !== null) this.at = regex.lastIndex;
    return found;
  }

  protected atBlank(): boolean {
    return this.at >= this.text.length || META.includes(this.text[this.at]!);
  }

  /** At a character that ends a word, and not at `<(` or `>(`. */
  protected atOperator(): boolean {
    return META.includes(this.text[this.at]!) && !this.matches(/[<>]\(/y);
  }

  /** The bare word at this place, not consumed; null when what stands here is quoted, expanded or an operator. */
  protected keyword(): string | null {
    KEYWORD.lastIndex = this.at;
    return KEYWORD.exec(this.text)?.[0] ?? null;
  }

  protected closer(): string | null {
    const word = this.keyword();
    return word !== null && CLOSERS.has(word) ? word : null;
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
    if (this.matches(BLANK)) this.at = BLANK.lastIndex;
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

  protected span(start: number, end = this.at): { start: number; end: number } {
    return this.fixed ?? { start, end };
  }

  protected deeper(): void {
    if (++this.nesting <= MAX_SHELL_NESTING) return;
    this.tooDeep = true;
    this.fail('nested too deeply');
  }

  protected fail(message: string): never {
    throw new SyntaxFault(message);
  }
}
