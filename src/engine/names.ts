/**
 * What a name stands for: which definitions bind it, and what it was imported as. Worked out per name, on demand, from
 * the places where the name occurs.
 */
import type { LanguageId } from '../model/language.ts';
import type { Node, Shape } from '../model/tree.ts';
import { piecesOf } from '../parse/lower.ts';
import { type Alias, aliasesInText, dottedPath, isCalled, isGlobal, takenFrom } from './alias.ts';
import { isWordCode, nodeAt, occurrences, pieceAt, scopeOf } from './locate.ts';

export interface Binding {
  kind: 'param' | 'variable' | 'function' | 'class' | 'import' | 'loop' | 'catch';
  /** The defining name, param, func, class or import node. */
  node: Node;
  /** The `func`, `class`, `comprehension` or `program` that it belongs to. */
  scope: Node;
  /** The whole value that is assigned, when it is a plain `name = value`. */
  value: Node | null;
  /** A compound assignment or one without a declaration. */
  reassigns: boolean;
}

export interface Names {
  /** For rules that are `wide`. */
  readonly wide: boolean;
  readonly language: LanguageId;
  readonly source: string;
  /** Every binding of the variable that `name` refers to; empty when the file does not define it. */
  bindings(name: Shape<'name'>): readonly Binding[];
  /** Every binding of that text that may matter where the name stands; equal keys have equal answers. */
  declared(name: Shape<'name'>): { key: string; bindings(): readonly Binding[] };
  /** The path that the name was imported as: `['os', 'system']`; null when it is not an import. */
  imported(name: Shape<'name'>): readonly string[] | null;
  /** Local names of what is imported from a path that holds one of the texts, in letters of any case. */
  importedFrom(texts: readonly string[]): readonly string[];
  /** Local names of things whose import path has the component `word`. */
  aliases(word: string): readonly string[];
  /** The paths of which everything is imported: `import a.b.*`, `from a import *`, C#'s `using A.B`. */
  wildcards(): readonly (readonly string[])[];
  /** What imports something as `word`: an import, or the name that `require` is assigned to. */
  importOf(word: string): Node | null;
  /** Whether something is imported as `word`. */
  importsAs(word: string): boolean;
  /** The function or class of this file that `name` refers to, when there is exactly one. */
  definition(name: Shape<'name'>): Shape<'func'> | Shape<'class'> | null;
  /** The value of the field of this name in the class around, when it is set once: there, or in its methods. */
  fixedField(name: Shape<'name'>): Node | null;
  /** The class of this file with that name, when there is exactly one. */
  classNamed(name: string): Shape<'class'> | null;
  /** The value that a member stands for by the rules of its language: HCL's `local.x`, and `var.x` with a default. */
  reference(member: Shape<'member'>): Node | null;
}

/** Languages in which an assignment declares its target in the function that holds it. */
const assignDeclares: ReadonlySet<LanguageId> = new Set(['python', 'ruby', 'php', 'bash', 'hcl']);

interface Imported {
  local: string;
  path: string[];
  node: Node;
}

export function namesOf(program: Node, source: string, language: LanguageId, wide = false): Names {
  const byName = new Map<string, Binding[]>();
  let table: Imported[] | null = null;
  const wildcards: string[][] = [];
  let nearImports: ReadonlySet<string> | null = null;
  const imports = (): Imported[] => {
    table ??= importsOf(program, source, language, wildcards);
    return table;
  };

  const pieces = piecesOf(program)?.spans ?? [];
  const inPiece = new Map<string, Binding[]>();
  const atTop = new Map<string, Binding[]>();

  function all(name: string): Binding[] {
    let found = byName.get(name);
    if (!found) byName.set(name, (found = bindingsAmong(name, occurrences(source, name))));
    return found;
  }

  /** Those of the file's own variable of that name: what functions keep to themselves is not looked at. */
  function outer(name: string): Binding[] {
    let found = atTop.get(name);
    if (!found) {
      const places = occurrences(source, name).filter((at) => {
        const span = pieces[pieceAt(pieces, at)];
        return !span || mayConcernFile(source, span, at, at + name.length, language);
      });
      atTop.set(name, (found = bindingsAmong(name, places)));
    }
    return found;
  }

  /** Those in the statement of the file's top level that holds `offset`. */
  function near(name: string, offset: number): Binding[] {
    const piece = pieceAt(pieces, offset);
    const span = pieces[piece];
    if (!span) return all(name);
    const key = `${piece} ${name}`;
    let found = inPiece.get(key);
    if (!found) inPiece.set(key, (found = bindingsAmong(name, occurrences(source, name, span.start, span.end))));
    return found;
  }

  function bindingsAmong(name: string, offsets: readonly number[]): Binding[] {
    const found: Binding[] = [];
    /** Functions in which Python's `global` says that the name is that of the module. */
    const elsewhere = new Map<Node, Node>();
    for (const offset of offsets) {
      if (!mayBind(source, offset, offset + name.length, language)) continue;
      const first = nodeAt(program, offset);
      // `{ name }` is a key and, at the same place, a value.
      const value = first.parent?.kind === 'pair' && first.parent.value.start === first.start ? first.parent.value : first;
      const node = value.kind === 'assign' ? value.target : value;
      if (node.kind !== 'name' || node.name !== name) continue;
      const binding = bindingAt(node);
      if (binding) found.push(binding);
      else if (node.parent?.kind === 'other' && node.parent.type === 'global_statement') elsewhere.set(scopeOf(node), program);
      else if (node.parent?.kind === 'other' && node.parent.type === 'nonlocal_statement')
        elsewhere.set(scopeOf(node), scopeOf(scopeOf(node)));
    }
    for (const binding of found) binding.scope = elsewhere.get(binding.scope) ?? binding.scope;
    return found;
  }

  /** Where a part of the variable is set: `name.x = 1`, `name[0] += 1`. */
  function partlySet(name: string): Binding[] {
    if (!assignDeclares.has(language) && language !== 'javascript' && language !== 'typescript') return [];
    return occurrences(source, name).flatMap((offset) => {
      const end = offset + name.length;
      if (!setPart.test(source.slice(end, end + 160))) return [];
      const node = nodeAt(program, offset);
      return node.kind === 'name' && node.name === name
        ? [{ kind: 'variable', node, scope: scopeOf(node), value: null, reassigns: true }]
        : [];
    });
  }

  function bindings(name: Shape<'name'>): Binding[] {
    let every = near(name.name, name.start);
    for (let scope: Node | null = scopeOf(name); scope; scope = scope.parent === null ? null : scopeOf(scope)) {
      // Only here may other statements have a say.
      if (scope.parent === null) every = outer(name.name);
      // A class's fields are not in scope of its methods, except where the language reads them without `this`.
      if (scope.kind === 'class' && (language === 'python' || language === 'javascript' || language === 'typescript')) continue;
      const here = every.filter((binding) => binding.scope === scope && (!binding.reassigns || assignDeclares.has(language)));
      if (here.length === 0) continue;
      if (assignDeclares.has(language)) return here;
      const owner = scope;
      return every.filter((binding) => binding.scope === owner || (binding.reassigns && isWithin(binding.node, owner)));
    }
    return every.filter((binding) => binding.scope.kind === 'program' || binding.reassigns);
  }

  const referred = new Map<string, Node | null>();
  function reference(member: Shape<'member'>): Node | null {
    if (language === 'php' || language === 'ruby') return classConstant(member);
    if (fixedFields.has(language))
      return member.object.kind === 'name' && member.object.name === 'this' && member.property.kind === 'name'
        ? earlier(fixedField(member.property), member)
        : null;
    if (language !== 'hcl' || member.object.kind !== 'name' || member.property.kind !== 'name') return null;
    const [scope, word] = [member.object.name, member.property.name];
    if (scope !== 'local' && scope !== 'var') return null;
    const key = `${scope}.${word}`;
    let value = referred.get(key);
    if (value === undefined) {
      const values = occurrences(source, word).flatMap((offset) => defaultAt(nodeAt(program, offset), scope, word) ?? []);
      referred.set(key, (value = values.length === 1 ? values[0]! : null));
    }
    return value;
  }

  function fixedField(name: Shape<'name'>): Node | null {
    const owner = classOver(name);
    if (owner?.kind !== 'class') return null;
    let declared: Shape<'vardef'> | null = null;
    let given: Shape<'assign'> | null = null;
    for (const offset of occurrences(source, name.name)) {
      const node = nodeAt(program, offset);
      const place = node.parent?.kind === 'member' && node.parent.property === node ? node.parent : node;
      const { parent } = place;
      if (parent?.kind === 'vardef' && parent.target === place && parent.parent === owner && staysPut(parent, language))
        declared = parent;
      else if (parent?.kind === 'assign' && parent.target === place && mayBeOf(place, owner)) {
        if (given || parent.op !== '=' || !setsField(place, owner, language)) return null;
        given = parent;
      } else if (parent?.kind === 'unary' && /^(?:\+\+|--)$/.test(parent.op)) return null;
    }
    return declared && (declared.value === null ? (given?.value ?? null) : given ? null : declared.value);
  }

  /** `C::X` and `self::X`: the value that the class gives to its constant. */
  function classConstant({ object, property }: Shape<'member'>): Node | null {
    if (object.kind !== 'name' || property.kind !== 'name') return null;
    const own = object.name === 'self' || object.name === 'static';
    const values = occurrences(source, property.name).flatMap((offset) => {
      const target = nodeAt(program, offset);
      const { parent } = target;
      if (parent?.kind !== 'assign' && (parent?.kind !== 'vardef' || parent.keyword !== 'const')) return [];
      const owner = scopeOf(parent);
      if (target.kind !== 'name' || parent.target !== target || parent.value === null || owner.kind !== 'class') return [];
      const meant = own ? classOver(object) === owner : owner.name?.kind === 'name' && owner.name.name === object.name;
      return meant ? [parent.value] : [];
    });
    return values.length === 1 ? values[0]! : null;
  }

  let paths: readonly { local: string; path: string }[] | null = null;
  let aliased: ReadonlyMap<string, readonly string[]> | null = null;
  let locals: ReadonlySet<string> | null = null;
  let inner: readonly { local: string; path: readonly string[] }[] | null = null;
  /** Imports of functions, by their text: which names may stand for something else. */
  function innerImports(): readonly { local: string; path: readonly string[] }[] {
    inner ??= importsInText(source, language);
    return inner;
  }

  let others: readonly Alias[] | null = null;
  /** With what the imports say of each in front. */
  function aliasTable(): readonly Alias[] {
    if (others || !wide) return others ?? [];
    const roots = new Map<string, readonly string[]>();
    for (const { local, path } of [...imports(), ...innerImports()]) roots.set(local, path);
    others = aliasesInText(source, language, (name) => roots.has(name)).map(({ local, path: [root, ...rest] }) => {
      const path = [...(roots.get(root!) ?? [root!]), ...rest];
      roots.set(local, path);
      return { local, path };
    });
    return others;
  }

  /** What the variable is another name of, when it is set only once. */
  function meantBy(name: Shape<'name'>, hops: number): readonly string[] | null {
    const [only, more] = bindings(name);
    if (!only || more || only.kind !== 'variable' || hops > 8) return null;
    const { value } = only;
    if (value?.kind === 'string') return language === 'php' ? [value.value.replace(/^\\/, '')] : null;
    const taken = value ? { value, key: null } : takenFrom(only.node);
    const path = taken && dottedPath(taken.value);
    if (!path) return null;
    // What a module holds may be data; `m` itself, and what is called, is not.
    if (path.rest.length > 0 && name.parent?.kind === 'member') return null;
    const { root, rest } = path;
    const free = isGlobal(root.name, language) && rest.length === 0 && bindings(root).length === 0;
    const from = free ? [root.name] : (api.imported(root) ?? meantBy(root, hops + 1));
    return from && [...from, ...rest, ...(taken.key === null ? [] : [taken.key])];
  }

  const api: Names = {
    wide,
    language,
    source,
    bindings,
    declared(name) {
      const piece = pieceAt(pieces, name.start);
      const every = (): readonly Binding[] => {
        const found = piece < 0 ? all(name.name) : [...near(name.name, name.start), ...outer(name.name)];
        return [...new Map([...found, ...partlySet(name.name)].map((binding) => [binding.node, binding])).values()];
      };
      return { key: `${piece} ${name.name}`, bindings: every };
    },
    reference,
    fixedField,
    imported(name) {
      const found = imports().find((entry) => entry.local === name.name);
      // Working out what a name is bound to costs more than to see that nothing imports it.
      nearImports ??= wordsNearImports(source);
      if (!found && wide && isCalled(name) && aliasTable().some(({ local }) => local === name.name)) {
        const path = meantBy(name, 0);
        if (path) return path;
      }
      if (!found && !nearImports.has(name.name)) return null;
      const local = bindings(name);
      if (
        found &&
        (local.length === 0 ||
          local.some((binding) => binding.kind === 'import' || requiredBy(binding.value) || requiredName(binding) !== null))
      )
        return found.path;
      if (found) return null;
      const own = local.find((binding) => binding.kind === 'import');
      if (own?.node.kind === 'import') return importPath(own.node, language)?.path ?? null;
      const [only, more] = local;
      return only?.kind === 'variable' && !more ? requiredName(only) : null;
    },
    aliases: (word) => (aliased ??= aliasesAmong([...imports(), ...innerImports(), ...aliasTable()])).get(word) ?? [],
    importedFrom(texts) {
      const lower = texts.map((text) => text.toLowerCase());
      paths ??= [...imports(), ...innerImports()].map(({ local, path }) => ({ local, path: path.join('.').toLowerCase() }));
      return paths.flatMap(({ local, path }) => (path !== local && lower.some((text) => path.includes(text)) ? [local] : []));
    },
    wildcards() {
      imports();
      return wildcards;
    },
    classNamed(name) {
      const [only, more] = all(name).flatMap(({ node }) => (node.kind === 'class' ? [node] : []));
      return only && !more ? only : null;
    },
    importOf: (word) => imports().find((entry) => entry.local === word)?.node ?? null,
    importsAs: (word) => (locals ??= new Set([...imports(), ...aliasTable()].map(({ local }) => local))).has(word),
    definition(name) {
      const found = bindings(name).filter((binding) => !binding.reassigns);
      const [only] = found;
      if (found.length !== 1 || !only) return null;
      if (only.node.kind === 'func' || only.node.kind === 'class') return only.node;
      return only.value?.kind === 'func' || only.value?.kind === 'class' ? only.value : null;
    },
  };
  return api;
}

/** By the parts of import paths, the other names that things of these paths go by. */
function aliasesAmong(entries: readonly { local: string; path: readonly string[] }[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { local, path } of entries)
    for (const part of new Set(path)) {
      if (part === local) continue;
      const others = found.get(part);
      if (others) others.push(local);
      else found.set(part, [local]);
    }
  return found;
}

/** `this.x` of another class is another field. */
const mayBeOf = (place: Node, owner: Node): boolean => {
  if (place.kind !== 'name' && (place.kind !== 'member' || place.object.kind !== 'name' || place.object.name !== 'this'))
    return true;
  const inner = classOver(place);
  if (inner === owner || place.kind === 'member') return inner === owner;
  return inner !== null && isWithin(inner, owner) && !hasField(inner, place.name);
};

/** What a method sets a field to is known from there on. */
const earlier = (value: Node | null, than: Node): Node | null =>
  value?.parent?.kind === 'assign' && value.end > than.start ? null : value;

/** Whether what sets a field without a first value counts as its first value: JavaScript's `this.x = …`, and Java's in a constructor. */
function setsField(place: Node, owner: Shape<'class'>, language: LanguageId): boolean {
  if (language === 'javascript' || language === 'typescript')
    return place.kind === 'member' && place.object.kind === 'name' && place.object.name === 'this';
  const func = scopeOf(place);
  if (language !== 'java' || func.kind !== 'func' || func.parent !== owner || func.name?.kind !== 'name') return false;
  return owner.name?.kind === 'name' && func.name.name === owner.name.name;
}

const hasField = (owner: Node, name: string): boolean =>
  owner.kind === 'class' &&
  owner.body.some((item) => item.kind === 'vardef' && item.target.kind === 'name' && item.target.name === name);

/**
 * False where the text around a word shows that it binds nothing: behind a dot, before a dot, and as the callee of a call
 * in an expression.
 */
function mayBind(source: string, start: number, end: number, language: LanguageId): boolean {
  if (!plainlyDotted.has(language)) return true;
  let before = start - 1;
  while (source.charCodeAt(before) === 32) before--;
  const left = source.charCodeAt(before);
  if (left === DOT) return source.charCodeAt(before - 1) === DOT;
  const right = source.charCodeAt(end);
  // `import a.b` binds `a`.
  if (right === DOT) return isWordCode(left);
  if (right !== PARENTHESIS) return true;
  if (!isWordCode(left)) return !beforeCall.has(left);
  let word = before;
  while (isWordCode(source.charCodeAt(word - 1))) word--;
  return !beforeUse.has(source.slice(word, before + 1));
}

/**
 * False for a word in a function, class or call at the file's top level that is neither what the statement defines nor
 * assigned to: it can only be a variable of some function in there.
 */
function mayConcernFile(
  source: string,
  span: { start: number; end: number },
  start: number,
  end: number,
  language: LanguageId,
): boolean {
  if (!plainlyDotted.has(language)) return true;
  const from = span.start + (source[span.start] === '@' ? decorators.exec(source.slice(span.start, span.end))![0].length : 0);
  const own = ownScope.exec(source.slice(from, Math.min(span.end, from + 200)));
  // In front of what is decorated names are only used, unless set on the way.
  if (own && start < from) return /^\s*:?=/.test(source.slice(end, end + 20));
  if (!own || start < from + own[0].length) return true;
  if (language === 'python') return /\bglobal\b/.test(source.slice(span.start, span.end));
  return reassigned.test(source.slice(end, end + 200)) || /(?:\+\+|--)\s*$/.test(source.slice(start - 4, start));
}

/** What stands in front of a function or class: lines that begin with `@`, and what their brackets hold. */
export const decorators = /^(?:@[^\n(]*(?:\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))?[^\n]*\n\s*)*/;

/** The beginning of a statement that has a scope of its own, up to its parameters, its body or its arguments. */
const ownScope =
  /^(?:(?:export|default|async|abstract|declare|public|final)\s+)*(?:(?:function|class|interface|def|func)\b[^({:]*(?:\([^()]*\)\s*\w+\s*)?[({:]|[\w$]+(?:\.[\w$]+)*\()/;
/** What follows a variable that is set, alone or in a pattern. */
const reassigned = /^\s*(?:[-+*/%&|^?<>:]*=(?![=>])|\+\+|--|(?:of|in)\b|[^()\n;=]*[\]}]\s*\)?\s*=(?![=>]))/;

/** What follows a variable of which a part is set. */
const setPart = /^(?:(?:\.|->|::)[\w$]+|\[[^\]\n]*\])+\s*(?:[-+*/%&|^?<>]{1,3})?=(?![=>~])/;

const DOT = 46;
const PARENTHESIS = 40;
/** `(`, `=`, `!`, `[`, `?`, `+`, `&`, `|`. */
const beforeCall: ReadonlySet<number> = new Set([40, 61, 33, 91, 63, 43, 38, 124]);
/** Words before an expression. */
const beforeUse: ReadonlySet<string> = new Set(
  'new await return throw typeof yield not and or else raise print go defer case'.split(' '),
);
const plainlyDotted: ReadonlySet<LanguageId> = new Set(['javascript', 'typescript', 'python', 'go', 'java', 'csharp']);

function classOver(node: Node): Node | null {
  let at: Node | null = node;
  while (at && at.kind !== 'class') at = at.parent;
  return at;
}

/** Languages in which a method reads a field by name or through `this`. */
const fixedFields: ReadonlySet<LanguageId> = new Set(['java', 'csharp', 'kotlin', 'javascript', 'typescript']);

/** Whether other classes cannot set a field. */
const staysPut = (field: Shape<'vardef'>, language: LanguageId): boolean =>
  language === 'javascript' ||
  language === 'typescript' ||
  field.keyword === 'val' ||
  field.modifiers.some((word) => /^(?:private|final|readonly|const)$/.test(word));

/** The value that HCL gives to a local value where its key stands, or to a variable where its label stands. */
function defaultAt(at: Node, scope: 'local' | 'var', word: string): Node | null {
  const { parent } = at;
  if (scope === 'local') {
    if (at.kind !== 'name' || parent?.kind !== 'pair' || parent.key !== at || parent.parent?.kind !== 'object') return null;
    return isBlock(parent.parent.parent, 'locals') ? parent.value : null;
  }
  if (at.kind !== 'string' || at.value !== word || parent?.kind !== 'call' || !isBlock(parent, 'variable')) return null;
  const content = parent.args.at(-1);
  if (content?.kind !== 'object') return null;
  const found = content.props.find((prop) => prop.kind === 'pair' && prop.key.kind === 'name' && prop.key.name === 'default');
  return found?.kind === 'pair' ? found.value : null;
}

const isBlock = (node: Node | null, type: string): boolean =>
  node?.kind === 'call' && node.callee.kind === 'name' && node.callee.name === type && node.parent?.parent?.kind === 'program';

const requiredBy = (value: Node | null): boolean => value !== null && requirePath(value) !== null;

function isWithin(node: Node, scope: Node): boolean {
  for (let at: Node | null = node; at; at = at.parent) if (at === scope) return true;
  return false;
}

/** The binding that a name node makes where it stands; null when it only uses the name. */
function bindingAt(name: Shape<'name'>): Binding | null {
  const { parent } = name;
  if (!parent) return null;
  const make = (kind: Binding['kind'], node: Node, value: Node | null = null, reassigns = false): Binding => ({
    kind,
    node,
    scope: scopeOf(node),
    value,
    reassigns,
  });
  switch (parent.kind) {
    case 'param':
      return parent.target === name ? make('param', parent) : null;
    case 'func':
      // A bare parameter (`x => …`) or the function's own name, which is bound around it.
      return parent.name === name ? { ...make('function', parent), scope: scopeOf(parent) } : null;
    case 'class':
      return parent.name === name ? make('class', parent) : null;
    case 'import':
      return parent.alias === name || (parent.alias === null && parent.name === name) || isLeftmost(parent, name)
        ? make('import', parent)
        : null;
    case 'vardef':
      return parent.target === name ? make('variable', name, parent.value) : null;
    case 'assign':
      return parent.target === name
        ? make('variable', name, parent.op === '=' || parent.op === ':=' ? parent.value : null, parent.op !== ':=')
        : null;
    case 'catch':
      return parent.target === name ? make('catch', name) : null;
    case 'foreach':
    case 'clause':
      return parent.target === name ? make('loop', name) : null;
    case 'unary':
      return parent.op === '++' || parent.op === '--' ? make('variable', name, null, true) : null;
    default:
      return inPattern(name) ? make('variable', name) : null;
  }
}

function isLeftmost(parent: Shape<'import'>, name: Node): boolean {
  return parent.form === 'module' && parent.alias === null && parent.module === name;
}

/** Inside a destructuring pattern on the left of a declaration, an assignment, a loop or in a parameter. */
function inPattern(name: Node): boolean {
  let at: Node = name;
  for (let up = at.parent; up; at = up, up = up.parent) {
    switch (up.kind) {
      case 'array':
      case 'object':
      case 'spread':
        continue;
      case 'pair':
        if (up.value !== at) return false;
        continue;
      case 'vardef':
      case 'param':
      case 'foreach':
      case 'clause':
        return up.target === at;
      case 'assign':
        if (up.target !== at) return false;
        // A default value inside a pattern is an assignment too.
        if (up.parent?.kind === 'pair' || up.parent?.kind === 'array') continue;
        return true;
      default:
        return false;
    }
  }
  return false;
}

// ---- imports

/** Every identifier of a statement that could import it, wherever the statement stands. */
function wordsNearImports(source: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const [, target] of source.matchAll(REQUIRED)) for (const [word] of target!.matchAll(/[A-Za-z_$][\w$]*/g)) words.add(word);
  for (const [statement] of source.matchAll(
    /\buse\b[^\n;({]*::\s*\{[^;]{0,4000}|\b(?:import|using|use)\b[^\n;({]*(?:\([^)]*\)|\{[^}]*\})?[^\n;]*/g,
  ))
    for (const [word] of statement.matchAll(/[A-Za-z_$][\w$]*/g)) words.add(word);
  return words;
}

/** `const cp = require("m")`, `const { a, b: c } = await import("m")`. */
const REQUIRED = /\b(?:const|let|var)\s+(\{[^{}]*\}|[\w$]+)\s*=\s*(?:await\s+)?(?:require|import)\s*\(\s*["'`]([^"'`]+)["'`]/g;

function importsInText(source: string, language: LanguageId): { local: string; path: string[] }[] {
  const found: { local: string; path: string[] }[] = [];
  if (language === 'javascript' || language === 'typescript')
    for (const [, target, module] of source.matchAll(REQUIRED)) {
      const path = [moduleName(module!)];
      if (!target!.startsWith('{')) found.push({ local: target!, path });
      else
        for (const [, key, local] of target!.matchAll(/([\w$]+)(?:\s*:\s*([\w$]+))?/g))
          found.push({ local: local ?? key!, path: [...path, key!] });
    }
  if (language === 'python')
    for (const [, module, names] of source.matchAll(/^[ \t]+(?:from[ \t]+([\w.]+)[ \t]+)?import[ \t]+(\([^)]*\)|[^\n#;]+)/gm))
      for (const [, name, local] of names!.matchAll(/([\w.]+)(?:\s+as\s+(\w+))?/g))
        found.push({ local: local ?? name!, path: [...(module?.split('.') ?? []), ...name!.split('.')] });
  return found;
}

/** What `const cp = require("m")` and `const { a } = require("m")` bind the name to. */
function requiredName(binding: Binding): string[] | null {
  if (binding.value) return requirePath(binding.value);
  const taken = takenFrom(binding.node);
  const path = taken && requirePath(taken.value);
  return path ? [...path, taken!.key] : null;
}

/** Statements at the top that may import something, told by how they begin. */
const mayImport =
  /^(?:import|from|(?:pub(?:\([^)]*\))? +)?use|using|require|const|let|var|export|try|if|package|[A-Za-z_$][\w$]* *=)/;

/** Adds the paths of which everything is imported to `wildcards`. */
function importsOf(program: Node, source: string, language: LanguageId, wildcards: string[][]): Imported[] {
  const found: Imported[] = [];
  const take = (node: Node): void => {
    switch (node.kind) {
      case 'import': {
        const entry = importPath(node, language);
        if (entry) found.push(entry);
        const all = node.form === 'all' || (language === 'csharp' && node.form === 'module' && node.alias === null);
        const path = all ? pathOf(node.module) : null;
        if (path) wildcards.push(path);
        return;
      }
      case 'vardef':
        if (node.value) takeRequire(node.target, node.value);
        return;
      case 'exprstmt':
        if (node.expr.kind === 'assign') takeRequire(node.expr.target, node.expr.value);
        return;
      case 'try':
        take(node.body);
        node.catches.forEach((part) => {
          if (part.kind === 'catch') take(part.body);
        });
        return;
      case 'if':
        take(node.then);
        if (node.else) take(node.else);
        return;
      case 'block':
      case 'namespace':
        node.body.forEach(take);
        return;
      default:
    }
  };
  const takeRequire = (target: Node, value: Node): void => {
    const path = requirePath(value);
    if (!path) return;
    if (target.kind === 'name') found.push({ local: target.name, path, node: target });
    if (target.kind === 'object')
      for (const prop of target.props) {
        if (prop.kind !== 'pair' || prop.value.kind !== 'name') continue;
        const key = prop.key.kind === 'name' ? prop.key.name : prop.key.kind === 'string' ? prop.key.value : null;
        if (key !== null) found.push({ local: prop.value.name, path: [...path, key], node: prop.value });
      }
  };
  const pieces = piecesOf(program);
  if (!pieces) {
    if (program.kind === 'program') program.body.forEach(take);
    return found;
  }
  pieces.spans.forEach((span, piece) => {
    const head = source.slice(span.start, span.start + 24);
    if (!mayImport.test(head)) return;
    if (
      !/^(?:import|from|(?:pub\S* +)?use|using)/.test(head) &&
      !/\b(?:require|import)\b/.test(source.slice(span.start, Math.min(span.end, span.start + 4000)))
    )
      return;
    pieces.build(piece).forEach(take);
  });
  return found;
}

/** `require("m")`, `await import("m")`, `require("m").x`, `require("m")()` is not one. */
function requirePath(value: Node): string[] | null {
  if (value.kind === 'await') return requirePath(value.value);
  if (value.kind === 'member') {
    const path = requirePath(value.object);
    return path && value.property.kind === 'name' ? [...path, value.property.name] : null;
  }
  if (value.kind !== 'call' || value.callee.kind !== 'name') return null;
  const { name } = value.callee;
  const [module] = value.args;
  if ((name !== 'require' && name !== 'import') || module?.kind !== 'string') return null;
  return [moduleName(module.value)];
}

const moduleName = (text: string): string => text.replace(/^node:/, '');

function importPath(node: Shape<'import'>, language: LanguageId): Imported | null {
  const module = pathOf(node.module);
  if (module === null || node.form === 'all') return null;
  const alias = node.alias?.kind === 'name' ? node.alias.name : null;
  if (node.form === 'module') {
    if (language === 'go') {
      // `import "net/http"` is used as `http`, and so do patterns call it.
      const last = module[0]!
        .replace(/\/v\d+$/, '')
        .split('/')
        .at(-1)!;
      return { local: alias ?? last, path: [last], node };
    }
    if (alias === null) return { local: module[0]!, path: [module[0]!], node };
    return { local: alias, path: module, node };
  }
  const name = node.name?.kind === 'name' ? node.name.name : null;
  if (name === null) return null;
  const path = name === 'default' ? module : [...module, name];
  return { local: alias ?? name, path, node };
}

function pathOf(node: Node): string[] | null {
  if (node.kind === 'string') return [moduleName(node.value)];
  if (node.kind === 'name') return node.name.split('.');
  if (node.kind === 'member') {
    const object = pathOf(node.object);
    return object && node.property.kind === 'name' ? [...object, node.property.name] : null;
  }
  return null;
}
