/**
 * The frame in which every language's lowering is written: a table from the grammar's node kinds to functions that build
 * the generic tree. One file per language holds the table; nothing else knows a grammar.
 */
import { adopt, childrenBut, type Kind, type Node, type Shape } from '../model/tree.ts';
import type { Syntax } from './syntax.ts';

/** Builds the node or nodes for one syntax node. An array is spliced into the surrounding list; empty leaves no trace. */
export type Build = (at: Syntax, lower: Lower) => Node | Node[];
export type Table = Readonly<Record<string, Build>>;

/** Keys of shape K that a builder must give. */
type Fields<K extends Kind> = Omit<Shape<K>, 'kind' | 'start' | 'end' | 'parent'>;

/** Makes a node of `fields` (which it keeps) that spans `at`, and adopts its children. */
export function make<K extends Kind>(kind: K, at: { start: number; end: number }, fields: Fields<K>): Shape<K> {
  // The fields become the node: copying them costs more than all the rest of it.
  const node = fields as unknown as { kind: K; start: number; end: number; parent: Node | null };
  node.kind = kind;
  node.start = at.start;
  node.end = at.end;
  node.parent = null;
  return adopt(node as unknown as Node) as unknown as Shape<K>;
}

/** A list of nodes, such as the statements of a body, that are built one piece at a time, when first looked at. */
export interface Pieces {
  /** Spans of the pieces, in source order. */
  readonly spans: readonly { start: number; end: number }[];
  /** The nodes of one piece. */
  build(piece: number): Node[];
  /** The children that are no part of the list, such as a class's name. */
  heads(): Node[];
}

/** The list of each kind that may be lazy. */
interface LazyRoles {
  block: 'body';
  program: 'body';
  class: 'body';
  namespace: 'body';
  switch: 'cases';
  object: 'props';
}

const lazyRoles: LazyRoles = {
  block: 'body',
  program: 'body',
  class: 'body',
  namespace: 'body',
  switch: 'cases',
  object: 'props',
};

/**
 * Makes a node whose statements, members, cases or properties are built when first looked at: most of a large file never is.
 * `piecesOf(node)` gives access without building all of them.
 */
export function makeLazy<K extends keyof LazyRoles, P extends { start: number; end: number }>(
  kind: K,
  at: { start: number; end: number },
  fields: Omit<Fields<K>, LazyRoles[K]>,
  parts: readonly P[],
  build: (part: P) => Node[],
): Shape<K> {
  const role = lazyRoles[kind];
  const node = adopt({ kind, start: at.start, end: at.end, parent: null, ...fields, [role]: [] } as unknown as Node);
  const built: (Node[] | undefined)[] = [];
  const pieces: Pieces = {
    spans: parts,
    heads: () => childrenBut(node, role),
    build(piece) {
      let nodes = built[piece];
      if (nodes === undefined) {
        nodes = built[piece] = build(parts[piece]!);
        for (const item of nodes) item.parent = node;
      }
      return nodes;
    },
  };
  let all: Node[] | null = null;
  Object.defineProperty(node, role, {
    enumerable: true,
    get(): Node[] {
      all ??= parts.flatMap((_, piece) => pieces.build(piece));
      return all;
    },
  });
  lazyBodies.set(node, pieces);
  return node as unknown as Shape<K>;
}

const lazyBodies = new WeakMap<Node, Pieces>();

/** What classes of Kotlin and records of C# take, and the entries of Kotlin's enumerations: they stand in the body of the class. */
export const headMembers = new WeakSet<Node>();

/** Members of companion objects of Kotlin, which stand in the body of the class. */
export const ofCompanion = new WeakSet<Node>();

/** The pieces of a lazy body; undefined for a node that was built whole. */
export const piecesOf = (node: Node): Pieces | undefined => lazyBodies.get(node);

/** Children up to which being lazy costs more than it saves. */
const FEW = 10;

export class Lower {
  constructor(
    private readonly table: Table,
    readonly source: string,
    /** Node kinds that leave no trace: comments, and tokens of layout. */
    private readonly skip: ReadonlySet<string>,
  ) {}

  text(at: Syntax): string {
    return this.source.slice(at.start, at.end);
  }

  /** Lowers one node; a builder's list becomes its only item or a `block`. A missing node gives an empty `other` at `offset`. */
  node(at: Syntax | null | undefined, offset = 0): Node {
    if (!at) return missing(offset);
    const built = this.build(at);
    if (!Array.isArray(built)) return built;
    if (built.length === 1) return built[0]!;
    return make('block', at, { body: built });
  }

  /** Lowers the child under `field`; null when there is none. */
  opt(at: Syntax, field: string): Node | null {
    const kid = at.at(field);
    return kid && this.node(kid);
  }

  /** Lowers the child under `field`, which the grammar requires; where an error left it out, an empty `other` stands in. */
  get(at: Syntax, field: string): Node {
    const kid = at.at(field);
    return kid ? this.node(kid) : missing(at.end);
  }

  /** The first of the lowered named children, which the grammar requires; an empty `other` where there is none. */
  first(at: Syntax): Node {
    return this.list(at.kids)[0] ?? missing(at.end);
  }

  /** Lowers named nodes into one flat list, comments left out. */
  list(nodes: readonly Syntax[]): Node[] {
    const out: Node[] = [];
    for (const kid of nodes) {
      if (!kid.named || this.skip.has(kid.type)) continue;
      const built = this.build(kid);
      if (Array.isArray(built)) out.push(...built);
      else out.push(built);
    }
    return out;
  }

  /** Lowers the named children (all, or those under `field`). */
  kids(at: Syntax, field?: string): Node[] {
    return this.list(field === undefined ? at.kids : at.all(field));
  }

  /** A `block` over the named children of `at`, lowered when first looked at. */
  block(at: Syntax): Shape<'block'> {
    return this.lazy('block', at, {}, at);
  }

  /** A node whose list (the body, in most kinds) is the named children of `over`, each built when first looked at. */
  lazy<K extends keyof LazyRoles>(
    kind: K,
    at: { start: number; end: number },
    fields: Omit<Fields<K>, LazyRoles[K]>,
    over: Syntax | null,
  ): Shape<K> {
    const parts = over === null ? [] : this.parts(over);
    return makeLazy(kind, at, fields, parts, (part) => this.list([part]));
  }

  /** A `block` whatever `at` is: a lone statement is wrapped, a block stays. */
  body(at: Syntax | null): Node {
    const node = this.node(at);
    return node.kind === 'block' ? node : make('block', node, { body: [node] });
  }

  /** Like `body` for the child under `field`; an empty block where an error left it out. */
  bodyAt(at: Syntax, field: string): Node {
    const kid = at.at(field);
    return kid ? this.body(kid) : make('block', { start: at.end, end: at.end }, { body: [] });
  }

  /** An `object` over the named children of `at`; a large one is built as far as it is looked at. */
  object(at: Syntax): Shape<'object'> {
    return at.kids.length > FEW ? this.lazy('object', at, {}, at) : make('object', at, { props: this.kids(at) });
  }

  name(at: Syntax): Shape<'name'> {
    return make('name', at, { name: this.text(at) });
  }

  /** What has no common shape: its children stay visible. */
  other(at: Syntax): Node {
    const kids = this.kids(at);
    return make('other', at, { type: at.type, text: kids.length === 0 ? this.text(at) : '', kids });
  }

  /** Whether this node leaves no trace. */
  skips(at: Syntax): boolean {
    return this.skip.has(at.type);
  }

  /** The named children that are not comments. */
  parts(at: Syntax): Syntax[] {
    return at.kids.filter((kid) => kid.named && !this.skip.has(kid.type));
  }

  /** Texts of the children that are tokens from `words`, in order: modifiers, operators. */
  words(at: Syntax, words: ReadonlySet<string>): string[] {
    const out: string[] = [];
    for (const kid of at.kids) if (words.has(kid.type)) out.push(this.text(kid));
    return out;
  }

  private build(at: Syntax): Node | Node[] {
    if (at.missing) return missing(at.start);
    if (at.type === 'ERROR') return make('error', at, { kids: this.kids(at) });
    const build = Object.hasOwn(this.table, at.type) ? this.table[at.type] : undefined;
    return build ? build(at, this) : this.other(at);
  }
}

/**
 * What stands in parentheses, spanning them, as the reference has it for JavaScript and Python. Names and literals keep
 * their own span, as what reads them looks at their text.
 */
export function enclosed(node: Node, at: { start: number; end: number }): Node {
  if (!atoms.has(node.kind)) {
    node.start = at.start;
    node.end = at.end;
  }
  return node;
}

const atoms: ReadonlySet<Kind> = new Set(['name', 'string', 'template', 'regex', 'number', 'bool', 'null', 'yield']);

/** Stands for what an error left out. */
const missing = (offset: number): Node => make('other', { start: offset, end: offset }, { type: 'missing', text: '', kids: [] });

/** Parses a piece that begins at `base` of the whole text, so that offsets are those of the whole; null when it cannot. */
export type PieceParser = (code: string, base: number) => Syntax | null;

/** A language as the parser and the engine see it. */
export interface Lowering {
  readonly table: Table;
  /** Node kinds without meaning: comments. */
  readonly skip: ReadonlySet<string>;
  /**
   * For a language without a grammar of its own: lowers the text itself. `parse` reads pieces of it in the grammar that
   * the language borrows.
   */
  pieced?(source: string, parse: PieceParser): Shape<'program'>;
  /** The text as the grammar can read it, of the same length: what it changes is layout only. */
  readable?(source: string): string;
  /** Lowers the root, where a program is more than the named children one by one. */
  program?(root: Syntax, lower: Lower): Shape<'program'>;
}

/** Lowers a whole file. The statements are built when first asked for. */
export function lowerProgram(lowering: Lowering, root: Syntax, source: string): Shape<'program'> {
  const lower = new Lower(lowering.table, source, lowering.skip);
  return lowering.program?.(root, lower) ?? lower.lazy('program', { start: 0, end: source.length }, {}, root);
}
