/** The reading of `$…`, `${…}`, `$(…)`, `$((…))` and backticks. */
import { ShellCursor } from './shell-cursor.ts';
import type { ParameterPart, ShellNode, ShellPart, ShellTree, ShellWord } from './shell-tree.ts';

export abstract class ShellExpansionReader extends ShellCursor {
  abstract script(): ShellTree;

  /** A reader of another text, as deep as this one. `fixed`: see the constructor. */
  protected abstract apart(text: string, fixed: { start: number; end: number } | null): ShellExpansionReader;

  /** Commands up to the end of the text, a closing word, `)` or `;;`. */
  protected abstract list(): ShellNode[];

  /** Text inside `${…}` up to its `}` or to `stop`. */
  protected abstract bracedWord(quoted: boolean, stop: string | null): ShellWord;

  /** The expansions and texts of `[from, to)`, read as inside double quotes. */
  protected abstract expansions(from: number, to: number, escapable?: string): ShellPart[];

  protected backticks(parts: ShellPart[], quoted: boolean): void {
    const start = this.at;
    let end = start + 1;
    while (end < this.text.length && this.text[end] !== '`') end += this.text[end] === '\\' ? 2 : 1;
    if (end >= this.text.length) this.fail('unmatched backtick');
    const inner = this.text.slice(start + 1, end).replace(/\\([`\\$])/g, '$1');
    this.at = end + 1;
    const span = this.span(start);
    this.deeper();
    const tree = this.apart(inner, span).script();
    this.nesting -= 1;
    this.errors.push(...tree.errors);
    this.tooDeep ||= tree.tooDeep;
    parts.push({ kind: 'command', body: tree.body, quoted, ...span });
  }

  protected dollar(parts: ShellPart[], quoted: boolean): void {
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
      const body = this.nested();
      parts.push({ kind: 'command', body, quoted, ...this.span(start) });
      return;
    }
    if (this.peek('${')) {
      this.at += 2;
      this.deeper();
      const part = this.braced(start, quoted);
      this.nesting -= 1;
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

  /** Commands up to `)`, which is consumed. */
  protected nested(): ShellNode[] {
    this.deeper();
    const outer = this.pending;
    this.pending = [];
    const body = this.list();
    // The body of a heredoc that is still to come follows the line on which the substitution ends.
    this.pending = [...outer, ...this.pending];
    this.expect(')');
    this.nesting -= 1;
    return body;
  }

  /** Where the `))` of an arithmetic expression starts; null when the text is a nested subshell instead. */
  protected arithmeticEnd(from: number): number | null {
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
}
