/**
 * The concrete syntax tree, the same over both tree-sitter back ends.
 *
 * Nodes are read from the back end on demand: a node longer than `EAGER` is expanded one level at a time, a shorter one
 * in one go, because a cursor step costs about a microsecond and most of a large file is never looked at.
 */

/** What both back ends' cursors offer. Offsets are UTF-16 code units. */
export interface Cursor {
  readonly nodeType: string;
  readonly nodeTypeId: number;
  readonly nodeIsNamed: boolean;
  readonly nodeIsMissing: boolean;
  readonly startIndex: number;
  readonly endIndex: number;
  /** 0 or undefined without a field. */
  readonly currentFieldId: number | undefined;
  readonly currentFieldName: string | null;
  /** Position of the node in a walk of the tree, parents first; 0 at the root. */
  readonly currentDescendantIndex: number;
  gotoFirstChild(): boolean;
  gotoNextSibling(): boolean;
  gotoParent(): boolean;
  gotoDescendant(index: number): void;
  /** Frees what the back end holds outside the garbage collector's sight. */
  delete?(): void;
}

/** Thrown for a text that is nested deeper than a parser can bear. */
export class TooDeep extends Error {
  constructor() {
    super('nested too deep');
    this.name = 'TooDeep';
  }
}

/**
 * A parser for one grammar. Throws only `TooDeep`; returns null when the time limit (ms) was hit. Offsets are counted from
 * `base`, where the text is a piece of another.
 */
export interface Parser {
  parse(text: string, limit: number, base?: number): SyntaxTree | null;
}

/** Names of node kinds and fields by number, filled as they are met; shared by all trees of one grammar. */
export interface Vocabulary {
  types: string[];
  named: boolean[];
  /** Kinds without children. */
  leaves: boolean[];
  fields: (string | null)[];
}

export const newVocabulary = (): Vocabulary => ({ types: [], named: [], leaves: [], fields: [null] });

/**
 * Reads the kind and the beginning of a cursor's node in one call, in place of two; null where the back end has no such
 * thing.
 */
export interface NodeReader {
  /** The kind's number; `start` holds afterwards. */
  typeId(cursor: Cursor): number;
  start(): number;
}

/** Tokens of one character that no grammar gives a field. */
const punctuation: ReadonlySet<string> = new Set(['(', ')', '[', ']', '{', '}', ',']);
/** Named kinds that are one token in every grammar that has them. */
const tokens: ReadonlySet<string> = new Set([
  ...['identifier', 'property_identifier', 'field_identifier', 'type_identifier', 'package_identifier'],
  ...['shorthand_property_identifier', 'shorthand_property_identifier_pattern', 'string_fragment', 'integer'],
]);

/** Tree-sitter's number for the `ERROR` kind, the same in every grammar. */
const ERROR_ID = 0xffff;
/** Longest node, in code units, that is read whole at once. */
const EAGER = 2048;
/** Deepest nesting that is read; what lies below is dropped and `SyntaxTree.tooDeep` set. */
export const MAX_DEPTH = 600;

export class SyntaxTree {
  readonly root: Syntax;
  /** True once something nested deeper than `MAX_DEPTH` was met; complete only after the tree was read. */
  tooDeep = false;

  constructor(
    /** A fresh cursor at the root. */
    private readonly walk: () => Cursor,
    private readonly words: Vocabulary,
    readonly hasError: boolean,
    private readonly release: () => void,
    private readonly base = 0,
    private readonly reader: NodeReader | null = null,
  ) {
    const cursor = walk();
    this.root = this.read(cursor, null, 0);
    cursor.delete?.();
  }

  /** Frees the back end's memory; the nodes that were read stay usable. */
  free(): void {
    this.release();
  }

  /** @internal */
  kidsOf(node: Syntax): Syntax[] {
    const cursor = this.walk();
    cursor.gotoDescendant(node.ordinal);
    const kids = this.readKids(cursor, node);
    cursor.delete?.();
    return kids;
  }

  private read(cursor: Cursor, parent: Syntax | null, depth: number): Syntax {
    const { words, reader } = this;
    const typeId = reader === null ? cursor.nodeTypeId : reader.typeId(cursor);
    const start = (reader === null ? cursor.startIndex : reader.start()) + this.base;
    let type = words.types[typeId];
    if (type === undefined) {
      type = cursor.nodeType;
      // A grammar's NUL token has an empty name in C, and web-tree-sitter calls the nameless 'ERROR'.
      if (type === '' || (type === 'ERROR' && typeId !== ERROR_ID)) type = '\0';
      words.types[typeId] = type;
      const named = cursor.nodeIsNamed;
      words.named[typeId] = named;
      words.leaves[typeId] = !named || tokens.has(type);
    }
    // Most tokens are one of a few: each call that is saved counts.
    if (!this.hasError && punctuation.has(type) && !words.named[typeId])
      return new Syntax(this, parent, depth, type, false, true, null, start, start + 1, false);
    const fieldId = cursor.currentFieldId ?? 0;
    let field = words.fields[fieldId];
    if (field === undefined) field = words.fields[fieldId] = cursor.currentFieldName;
    return new Syntax(
      this,
      parent,
      depth,
      type,
      words.named[typeId] as boolean,
      words.leaves[typeId] as boolean,
      field,
      start,
      cursor.endIndex + this.base,
      this.hasError && cursor.nodeIsMissing,
    );
  }

  private readKids(cursor: Cursor, node: Syntax): Syntax[] {
    const kids: Syntax[] = [];
    if (node.leaf || (node.start === node.end && node.depth > 0)) return kids;
    if (node.depth >= MAX_DEPTH) {
      this.tooDeep = true;
      return kids;
    }
    if (!cursor.gotoFirstChild()) return kids;
    const whole = node.end - node.start <= EAGER;
    do {
      const kid = this.read(cursor, node, node.depth + 1);
      kids.push(kid);
      if (whole) kid.fill(this.readKids(cursor, kid));
      else kid.ordinal = cursor.currentDescendantIndex;
    } while (cursor.gotoNextSibling());
    cursor.gotoParent();
    return kids;
  }
}

/** One node, named or anonymous. */
export class Syntax {
  private read: Syntax[] | null = null;
  /** @internal `Cursor.currentDescendantIndex`; set while the children are unread. */
  ordinal = 0;

  constructor(
    readonly tree: SyntaxTree,
    readonly parent: Syntax | null,
    readonly depth: number,
    /** The grammar's node kind; for an anonymous token its text. */
    readonly type: string,
    readonly named: boolean,
    /** Known to have no children. */
    readonly leaf: boolean,
    /** The field under which the parent holds it. */
    readonly field: string | null,
    readonly start: number,
    readonly end: number,
    /** Inserted by error recovery: stands for a token that is not in the text. */
    readonly missing: boolean,
  ) {}

  /** All children, named and anonymous, in source order. */
  get kids(): Syntax[] {
    this.read ??= this.tree.kidsOf(this);
    return this.read;
  }

  /** @internal */
  fill(kids: Syntax[]): void {
    this.read = kids;
  }

  /** The first child under `field`. */
  at(field: string): Syntax | null {
    for (const kid of this.kids) if (kid.field === field) return kid;
    return null;
  }

  /** Every named child under `field`. */
  all(field: string): Syntax[] {
    return this.kids.filter((kid) => kid.field === field && kid.named);
  }

  /** The first child of this kind (an anonymous token's kind is its text). */
  child(type: string): Syntax | null {
    for (const kid of this.kids) if (kid.type === type) return kid;
    return null;
  }

  has(type: string): boolean {
    return this.child(type) !== null;
  }
}
