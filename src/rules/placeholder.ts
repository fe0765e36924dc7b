/**
 * Pattern syntax that no grammar knows, as identifiers that every grammar knows. A pattern is written out with these,
 * parsed and lowered like code, and `restore` turns them back into pattern nodes.
 */
import { adopt, type Node, type Shape, slots } from '../model/tree.ts';

const METAVAR = 'Fs_mv_';
const METAELLIPSIS = 'Fs_me_';
const TYPED = 'Fs_ty_';
const USED = 'Fs_va_';
const STATEMENT = 'Fs_st_';
export const ELLIPSIS = 'Fs_el';

/** A backslash that is no escape of the language, which its grammar would refuse. */
const BACKSLASH = '\uE05C';

/** Regular expressions are full of what is no escape: `"=~/\d/"`. */
export const keepBackslashes = (text: string, escapes: string): string =>
  text.replace(/\\([^])/g, (pair, escaped: string) => (escapes.includes(escaped) ? pair : BACKSLASH + escaped));

/** What stands behind an ellipsis that is an operand: `... + $X`. */
export const OPERATOR_FOLLOWS: RegExp = /^[ \t]*(?:\+(?!\+)|\|\||&&|[=!]=)/;
/** The type of what the grammar wants one for and the pattern says none. */
export const ANY_TYPE = 'Fs_t';
const HEREDOC = /^\s*Fs_el\s*\n\s*$/;
export const DEEP = 'Fs_deep';
/** Kind of the node that holds several things that one import statement of a pattern names. */
export const IMPORTS = 'imports';

/** Type of the `other` that stands for a decorator alone, which is no expression. */
export const DECORATOR = 'decorator_alone';

/** Type of the `other` that stands for the body of a `try`, or for its `finally`: its text says which. */
export const TRY_PART = 'try_part';

/** `X` of `$X` → identifier. */
export const metavarName = (name: string): string => METAVAR + name;
export const metaellipsisName = (name: string): string => METAELLIPSIS + name;
/**
 * Stands for a typed metavariable: a callee whose only argument is the type, or the value of a cast to the type. As a
 * member (with an empty name) it makes a typed metavariable the target of an assignment.
 */
export const typedName = (name: string): string => TYPED + name;

/** What the type of a typed metavariable is called that stands for a shell's variable where it is used: `${$X}`. */
export const VARIABLE = '$';
/** A metavariable's placeholder → that of one which stands for variables only. */
export const variableName = (name: string): string => name.replace(METAVAR, USED);

/** `X` of `$X` as a statement, where a language has no statement that is only a name → what is called there. */
export const statementName = (name: string): string => STATEMENT + name;

/** Turns placeholder identifiers of a lowered pattern into pattern nodes; wrappers around a lone `...` go. */
export function restore(node: Node): Node {
  const loose = node as unknown as Record<string, unknown>;
  for (const [role] of slots[node.kind]) {
    const value = loose[role];
    if (Array.isArray(value)) {
      const items = value.map((item) => (typeof item === 'object' ? restore(item as Node) : item));
      Object.defineProperty(node, role, { value: items, enumerable: true, configurable: true, writable: true });
    } else if (value !== null && typeof value === 'object') loose[role] = restore(value as Node);
  }
  return adopt(restored(node));
}

const backslashed = (node: Shape<'string'>): Node => ({ ...node, value: node.value.replaceAll(BACKSLASH, '\\') });

function restored(node: Node): Node {
  const place = { start: node.start, end: node.end, parent: null };
  switch (node.kind) {
    case 'name':
      return fromIdentifier(node.name, place) ?? node;
    case 'string':
      // Text between tags stays a text, which `{$X}` is not.
      if (node.parent?.kind === 'element') {
        if (/^\s*Fs_el;?\s*$/.test(node.value)) return { kind: 'ellipsis', ...place };
        const wide = fromIdentifier(node.value, place);
        return wide?.kind === 'metaellipsis' ? wide : { ...node, value: plainName(node.value) };
      }
      // A heredoc of nothing but `...` is any.
      if (HEREDOC.test(node.value)) return { kind: 'template', parts: [{ kind: 'ellipsis', ...place }], ...place };
      // Only data languages spell a metavariable as a scalar; in code, strings are left alone.
      return fromIdentifier(node.value, place) ?? (node.value.includes(BACKSLASH) ? backslashed(node) : node);
    case 'other':
      // `$(...)` is any command whose output is used, not any value.
      if (node.type === 'command_substitution') return node.kids[0]?.kind === 'deep' ? node.kids[0] : node;
      // In the reference nothing in a shell's test is compared, neither redirects nor variables set for one command.
      if (node.type === '[' || node.type === '[[') return { ...node, kids: [{ kind: 'ellipsis', ...place }] };
      if (node.type === 'redirected_statement' || (node.type === 'command' && node.kids.length > 1))
        return node.kids[node.type === 'command' ? node.kids.length - 1 : 0]!;
      return (node.kids.length === 0 ? fromIdentifier(node.text, place) : null) ?? (lone(node.kids) ? node.kids[0]! : node);
    case 'named':
      return fromIdentifier(node.name, place)?.kind === 'ellipsis'
        ? { kind: 'ellipsis', ...place }
        : { ...node, name: plainName(node.name) };
    case 'call': {
      // A shell's command of nothing but `...`.
      if (node.callee.kind === 'ellipsis' && node.args.length === 0 && node.callee.end === node.end) return node.callee;
      if (node.callee.kind !== 'name') return node;
      const { name } = node.callee;
      if (name.startsWith(STATEMENT)) return { kind: 'metavar', name: `$${name.slice(STATEMENT.length)}`, ...place };
      if (name === DEEP && node.args.length === 1) return { kind: 'deep', expr: node.args[0]!, ...place };
      if (name.startsWith(TYPED) && node.args.length === 1)
        return { kind: 'typed', name: `$${name.slice(TYPED.length)}`, type: node.args[0]!, ...place };
      return node;
    }
    case 'cast':
      return node.type && node.value.kind === 'name' && node.value.name.startsWith(TYPED)
        ? { kind: 'typed', name: `$${node.value.name.slice(TYPED.length)}`, type: node.type, ...place }
        : node;
    case 'member':
      return node.property.kind === 'name' && node.property.name === TYPED && node.object.kind === 'typed' ? node.object : node;
    case 'array':
      // Python's `{..., **x}` is a dictionary, which `...` among what is unpacked hides.
      return node.bracket === '{' && node.elements.some((item) => item.kind === 'spread' && item.value.kind === 'spread')
        ? {
            kind: 'object',
            props: node.elements.map((item) =>
              item.kind === 'spread' && item.value.kind === 'spread' ? { ...item.value, op: '**' } : item,
            ),
            ...place,
          }
        : node;
    case 'new':
      // Go's `make(...)` leaves open what is made.
      if (isEllipsis(node.callee) && node.args.length === 0)
        return { ...node, callee: { kind: 'metavar', name: '$_', ...place }, args: [node.callee] };
      // `new T { ... }` of C# says nothing of the initialiser.
      return node.body?.kind === 'array' && lone(node.body.elements) ? { ...node, body: node.body.elements[0]! } : node;
    case 'symbol':
      return { ...node, value: plainName(node.value) };
    case 'regex':
      return { ...node, value: node.value === ELLIPSIS ? '...' : plainName(node.value) };
    case 'label':
      return { ...node, name: plainName(node.name) };
    case 'break':
    case 'continue':
      return node.label === null ? node : { ...node, label: plainName(node.label) };
    case 'while':
    case 'dowhile':
    case 'for':
    case 'foreach':
      return { ...node, body: withoutBraces(node.body) };
    case 'exprstmt':
      if (isBareCall(node.expr)) return { ...node, expr: node.expr.callee };
      return isEllipsis(node.expr) ? node.expr : node;
    case 'param':
      if (isEllipsis(node.target) && node.default === null) return node.target;
      return node.type?.kind === 'name' && node.type.name === ANY_TYPE ? { ...node, type: null } : node;
    case 'pair':
      return node.key.kind === 'ellipsis' ? node.key : node;
    case 'unary':
      return node.op === 'implements' && isEllipsis(node.operand) ? node.operand : node;
    case 'spread':
      return node.value.kind === 'ellipsis' ? node.value : node;
    case 'attr':
      return node.name.kind === 'ellipsis' && node.value === null ? node.name : node;
    case 'vardef':
      return isEllipsis(node.target) && node.value === null ? node.target : node;
    case 'case':
      return lone(node.tests) && (node.body.length === 0 || lone(node.body)) ? node.tests[0]! : node;
    case 'template':
      return texts({
        ...node,
        parts: node.parts.map((part) => (part.kind === 'string' && part.value !== '...' ? part : textEllipsis(part))),
      });
    case 'element':
      return { ...node, children: node.children.map(textEllipsis) };
    default:
      return node;
  }
}

/** A name that stands alone in Ruby: code calls it, a pattern means the name. */
const isBareCall = (node: Node): node is Shape<'call'> =>
  node.kind === 'call' && node.args.length === 0 && node.callee.start === node.start && node.callee.end === node.end;

/** `...` alone as a body is one with braces or without. */
const withoutBraces = (body: Node): Node =>
  body.kind === 'block' && lone(body.body) && body.start === body.body[0]!.start ? body.body[0]! : body;

const isEllipsis = (node: Node): boolean => node.kind === 'ellipsis' || node.kind === 'metaellipsis';
const lone = (kids: readonly Node[]): boolean => kids.length === 1 && isEllipsis(kids[0]!);

/** `"$X"` of PHP reads as a variable in a string; it stands for a text. */
function texts(node: Shape<'template'>): Node {
  const parts = node.parts.map(
    (part): Node =>
      part.kind === 'name' && /^\$[A-Z][A-Z0-9_]*$/.test(part.name) ? { ...part, kind: 'string', value: part.name } : part,
  );
  const [only] = parts;
  // Kotlin's `"$X"`, which nothing closes but the quote.
  if (parts.length === 1 && only?.kind === 'metavar' && only.end === node.end - 1)
    return { kind: 'string', value: only.name, start: node.start, end: node.end, parent: null };
  return parts.length === 1 && only?.kind === 'string' ? { ...only, start: node.start, end: node.end } : { ...node, parts };
}

function textEllipsis(node: Node): Node {
  return node.kind === 'string' && node.value.trim() === '...'
    ? { kind: 'ellipsis', start: node.start, end: node.end, parent: null }
    : node;
}

/** A placeholder may be written small or as a variable, where a language wants that. */
function fromIdentifier(written: string, place: { start: number; end: number; parent: null }): Node | null {
  const text = written.startsWith('fs_') ? `F${written.slice(1)}` : written.startsWith('$Fs_') ? written.slice(1) : written;
  if (text === ELLIPSIS) return { kind: 'ellipsis', ...place };
  // In data a placeholder may be a part of a text.
  if (!/^\w+$/.test(text)) return null;
  if (text.startsWith(USED))
    return { kind: 'typed', name: `$${text.slice(USED.length)}`, type: { kind: 'name', name: VARIABLE, ...place }, ...place };
  if (text.startsWith(METAVAR)) return { kind: 'metavar', name: `$${text.slice(METAVAR.length)}`, ...place };
  if (text.startsWith(METAELLIPSIS)) return { kind: 'metaellipsis', name: `$...${text.slice(METAELLIPSIS.length)}`, ...place };
  return null;
}

/** A placeholder inside a plain string role (an argument's name), as the author wrote it. */
export function plainName(text: string): string {
  return text.startsWith(METAVAR) ? `$${text.slice(METAVAR.length)}` : text;
}
