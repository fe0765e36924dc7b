/**
 * Rust: what stands in the brackets of a macro. The grammar gives tokens only; most macros take expressions, and those are
 * read here: literals, paths, calls, fields, references and operators. What does not read as one stays an `other` over its
 * tokens.
 */
import type { Node } from '../model/tree.ts';
import { type Build, type Lower, make } from './lower.ts';
import { MAX_DEPTH, type Syntax } from './syntax.ts';

/** Macros whose text has the names of variables between braces, since the edition of 2021. */
const formatting =
  /(?:^|::)(?:format|print|println|eprint|eprintln|write|writeln|panic|format_args|assert|assert_eq|assert_ne|debug_assert|todo|unreachable|unimplemented|trace|debug|info|warn|error|bail|anyhow|ensure)$/;

export const macroCall: Build = (at, lower) => {
  const word = at.at('macro');
  const bang = at.child('!');
  const args = at.child('token_tree');
  const callee = word ? lower.node(word) : lower.node(null, at.start);
  const last = callee.kind === 'member' ? callee.property : callee;
  if (last.kind === 'name' && bang) {
    last.name += '!';
    last.end = bang.end;
    callee.end = bang.end;
  }
  const formats = word !== null && formatting.test(lower.text(word));
  return make('call', at, { callee, typeArgs: [], args: args ? argumentsIn(args, lower, formats) : [], optional: false });
};

/** What an attribute is given: `#[get("/a", x = 1)]`. */
export const attributeArguments = (at: Syntax | null, lower: Lower): Node[] => (at ? argumentsIn(at, lower, false) : []);

function argumentsIn(tree: Syntax, lower: Lower, formats: boolean): Node[] {
  const runs = split(contentOf(tree, lower));
  return runs.map((run) => {
    const [first, equals] = run;
    const isNamed = first?.type === 'identifier' && equals?.type === '=' && run.length > 2;
    const value = new Reader(isNamed ? run.slice(2) : run, lower).whole();
    if (isNamed) return make('named', { start: first.start, end: value.end }, { name: lower.text(first), value });
    return formats && value.kind === 'string' ? withNames(value) : value;
  });
}

/** Everything between the brackets. */
const contentOf = (tree: Syntax, lower: Lower): Syntax[] => tree.kids.slice(1, -1).filter((kid) => !lower.skips(kid));

function split(tokens: readonly Syntax[]): Syntax[][] {
  const runs: Syntax[][] = [];
  let run: Syntax[] = [];
  for (const token of tokens) {
    if (token.type === ',' || token.type === ';') {
      if (run.length > 0) runs.push(run);
      run = [];
    } else run.push(token);
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

/** `"a {b} {}"` is a template that holds `b`. */
function withNames(text: Node & { kind: 'string' }): Node {
  const parts: Node[] = [];
  const from = text.start + Math.max(0, text.end - text.start - text.value.length - 1);
  let at = 0;
  const literal = (to: number): void => {
    if (to > at) parts.push(make('string', { start: from + at, end: from + to }, { value: text.value.slice(at, to) }));
  };
  for (const hole of text.value.matchAll(/(?<!\{)(?:\{\{)*\{([A-Za-z_]\w*)(?::[^{}]*)?\}/g)) {
    const start = hole.index + hole[0].indexOf(hole[1]!);
    literal(hole.index + hole[0].lastIndexOf('{'));
    parts.push(make('name', { start: from + start, end: from + start + hole[1]!.length }, { name: hole[1]! }));
    at = hole.index + hole[0].length;
  }
  if (parts.length === 0) return text;
  literal(text.value.length);
  return make('template', text, { parts });
}

/** How tightly a binary operator binds. */
const strength: Readonly<Record<string, number>> = {
  '..': 1,
  '..=': 1,
  '||': 2,
  '&&': 3,
  '==': 4,
  '!=': 4,
  '<': 4,
  '>': 4,
  '<=': 4,
  '>=': 4,
  '|': 5,
  '^': 6,
  '&': 7,
  '<<': 8,
  '>>': 8,
  '+': 9,
  '-': 9,
  '*': 10,
  '/': 10,
  '%': 10,
};

/** Deepest nesting of operators that is read. */
const MAX_NESTING = 60;

class Reader {
  private at = 0;
  private depth = 0;
  /** Operators and members that follow each other; each makes the tree deeper. */
  private links = 0;

  constructor(
    private readonly tokens: readonly Syntax[],
    private readonly lower: Lower,
  ) {}

  /** The tokens as one expression, else as an `other`. */
  whole(): Node {
    const node = this.binary(1);
    if (node && this.at === this.tokens.length) return node;
    const first = this.tokens[0]!;
    const span = { start: first.start, end: this.tokens.at(-1)!.end };
    return make('other', span, { type: 'token_tree', text: '', kids: this.loose() });
  }

  /** What can be said of tokens that are no expression: names, literals, and what is in brackets. */
  private loose(): Node[] {
    return this.tokens
      .filter((token) => token.named)
      .flatMap((token) => (token.type === 'token_tree' ? this.bracketed(token) : this.lower.list([token])));
  }

  private bracketed(tree: Syntax): Node {
    const [open] = tree.kids;
    return make('array', tree, { bracket: open?.type ?? '(', elements: argumentsIn(tree, this.lower, false) });
  }

  private binary(least: number): Node | null {
    if (++this.depth > MAX_NESTING) return null;
    let left = this.unary();
    while (left) {
      const op = this.operator();
      const binds = op === null ? undefined : strength[op.text];
      if (op === null || binds === undefined || binds < least) break;
      if (++this.links > MAX_DEPTH) return null;
      this.at += op.length;
      const right = this.binary(binds + 1);
      if (!right) return null;
      left = make('binary', { start: left.start, end: right.end }, { op: op.text, left, right });
    }
    this.depth--;
    return left;
  }

  /** The operator here: the grammar may give it in one token or in several. */
  private operator(): { text: string; length: number } | null {
    const token = this.tokens[this.at];
    if (!token || token.named) return null;
    const next = this.tokens[this.at + 1];
    const both = next && !next.named && next.start === token.end ? token.type + next.type : '';
    return Object.hasOwn(strength, both) ? { text: both, length: 2 } : { text: token.type, length: 1 };
  }

  private unary(): Node | null {
    const token = this.tokens[this.at];
    if (!token) return null;
    if (token.type !== '&' && token.type !== '*' && token.type !== '!' && token.type !== '-' && token.type !== '&&')
      return this.postfix();
    if (++this.depth > MAX_NESTING) return null;
    this.at++;
    if (this.tokens[this.at]?.type === 'mutable_specifier') this.at++;
    const operand = this.unary();
    this.depth--;
    return operand && make('unary', { start: token.start, end: operand.end }, { op: token.type, operand, postfix: false });
  }

  private postfix(): Node | null {
    let node = this.atom();
    while (node) {
      if (++this.links > MAX_DEPTH) return null;
      const token = this.tokens[this.at];
      const next = this.tokens[this.at + 1];
      if (token?.type === '.' && next) {
        this.at += 2;
        const span = { start: node.start, end: next.end };
        if (next.type === 'await') node = make('await', span, { value: node });
        else if (next.type === 'integer_literal') node = make('index', span, { object: node, indices: [this.lower.node(next)] });
        else if (!next.named) return null;
        else node = make('member', span, { object: node, property: this.lower.name(next), optional: false });
      } else if (token?.type === '::' && next?.named) {
        this.at += 2;
        node = make(
          'member',
          { start: node.start, end: next.end },
          { object: node, property: this.lower.name(next), optional: false },
        );
      } else if (token?.type === '::' && next?.type === '<') {
        // The type arguments of a call say nothing here.
        let level = 0;
        do {
          const type = this.tokens[++this.at]?.type;
          level += type === '<' ? 1 : type === '>' ? -1 : type === '>>' ? -2 : 0;
        } while (level > 0 && this.at < this.tokens.length);
        this.at++;
      } else if (token?.type === '?') {
        this.at++;
        node = make('unary', { start: node.start, end: token.end }, { op: '?', operand: node, postfix: true });
      } else if (token?.type === '!' && next?.type === 'token_tree' && (node.kind === 'name' || node.kind === 'member')) {
        const last = node.kind === 'member' ? node.property : node;
        if (last.kind !== 'name') return null;
        this.at++;
        last.name += '!';
        last.end = token.end;
        node.end = token.end;
      } else if (token?.type === 'token_tree' && token.kids[0]?.type === '(') {
        this.at++;
        node = this.call(node, token);
      } else if (token?.type === 'token_tree' && token.kids[0]?.type === '[') {
        this.at++;
        const isMacro =
          (node.kind === 'member' ? node.property : node).kind === 'name' && this.lower.source[node.end - 1] === '!';
        const span = { start: node.start, end: token.end };
        node = isMacro
          ? this.call(node, token)
          : make('index', span, { object: node, indices: argumentsIn(token, this.lower, false) });
      } else if (token?.type === 'as' && next?.named) {
        this.at += 2;
        node = make('cast', { start: node.start, end: next.end }, { type: this.lower.node(next), value: node });
      } else break;
    }
    return node;
  }

  private call(callee: Node, tree: Syntax): Node {
    const text = this.lower.source.slice(callee.start, callee.end);
    const formats = text.endsWith('!') && formatting.test(text.slice(0, -1));
    const args = argumentsIn(tree, this.lower, formats);
    return make('call', { start: callee.start, end: tree.end }, { callee, typeArgs: [], args, optional: false });
  }

  private atom(): Node | null {
    const token = this.tokens[this.at];
    if (!token?.named) return null;
    this.at++;
    if (token.type !== 'token_tree') {
      const [node, more] = this.lower.list([token]);
      return node && !more ? node : null;
    }
    const [open] = token.kids;
    if (open?.type === '{') return null;
    const elements = argumentsIn(token, this.lower, false);
    const [only] = elements;
    if (open?.type === '(' && only && elements.length === 1 && !contentOf(token, this.lower).some((kid) => kid.type === ','))
      return only;
    return make('array', token, { bracket: open?.type ?? '(', elements });
  }
}
