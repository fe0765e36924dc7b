/**
 * What a name stands for: which definitions bind it, and what it was imported as. Worked out per name, on demand, from
 * the places where the name occurs.
 */
import type { LanguageId } from '../model/language.ts';
import type { Node, Shape } from '../model/tree.ts';
import { headMembers, ofCompanion, piecesOf } from '../parse/lower.ts';
import {
  type Alias,
  aliasesInText,
  boundFunction,
  copied,
  dottedPath,
  isCalled,
  isGlobal,
  joinedText,
  takenFrom,
} from './alias.ts';
import { handedTo } from './alias-parameter.ts';
import { type Binding, bindingAt } from './binding.ts';
import { mayBind, mayConcernFile, setPart } from './binding-text.ts';
import {
  aliasesAmong,
  type Imported,
  importPath,
  importsInText,
  importsOf,
  requiredName,
  requirePath,
  wordsNearImports,
} from './import-table.ts';
import { nodeAt, occurrences, pieceAt, scopeOf } from './locate.ts';

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
  /** Whether the text names a variable that is another name of something, or holds the name of something. */
  isAlias(word: string): boolean;
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

export function namesOf(program: Node, source: string, language: LanguageId, wide = false): Names {
  const byName = new Map<string, Binding[]>();
  let table: Imported[] | null = null;
  const wildcards: string[][] = [];
  let nearImports: ReadonlySet<string> | null = null;
  const imports = (): Imported[] => {
    table ??= importsOf(program, source, language, wildcards, wide);
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
    let owner = classOver(name);
    // Classes inside of another one see its fields.
    if (!wide && name.parent?.kind !== 'member')
      while (owner?.parent && !hasField(owner, name.name)) owner = classOver(owner.parent);
    if (owner?.kind !== 'class') return null;
    let declared: Shape<'vardef'> | null = null;
    let given: Shape<'assign'> | null = null;
    for (const offset of occurrences(source, name.name)) {
      const node = nodeAt(program, offset);
      const place = node.parent?.kind === 'member' && node.parent.property === node ? node.parent : node;
      const { parent } = place;
      if (
        parent?.kind === 'vardef' &&
        parent.target === place &&
        parent.parent === owner &&
        staysPut(parent, language, wide) &&
        (wide || !ofCompanion.has(parent) || isOfCompanion(name, owner))
      )
        declared = parent;
      else if (parent?.kind === 'assign' && parent.target === place && mayBeOf(place, owner)) {
        if (given || parent.op !== '=' || !setsField(place, owner, language, wide)) return null;
        given = parent;
      } else if (parent?.kind === 'unary' && /^(?:\+\+|--)$/.test(parent.op)) return null;
    }
    if (!declared || (declared.value !== null && given)) return null;
    if (given && language === 'java' && !wide && !declared.modifiers.includes('private')) return null;
    return declared.value ?? given?.value ?? null;
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
  let aliasLocals: ReadonlySet<string> | null = null;
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

  const isAlias = (word: string): boolean => (aliasLocals ??= new Set(aliasTable().map(({ local }) => local))).has(word);

  /** What the variable is another name of, when it is set only once. */
  function meantBy(name: Shape<'name'>, hops: number): readonly string[] | null {
    const [only, more] = bindings(name);
    if (!only || more || hops > 8) return null;
    if (only.kind === 'param') return givenTo(only.node, hops);
    if (only.kind !== 'variable') return null;
    const { value } = only;
    if (value?.kind === 'string' && language !== 'php') return null;
    const text = value && language === 'php' ? (joinedText(value) ?? callable(value)) : null;
    if (text !== null) return [text.replace(/^\\/, '')];
    const bound = value && boundFunction(value);
    const taken = value ? { value: bound ?? copied(value) ?? value, key: null } : takenFrom(only.node);
    const path = taken && dottedPath(taken.value);
    if (!path) return null;
    // What a module holds may be data; `m` itself, and what is called, is not.
    if (path.rest.length > 0 && name.parent?.kind === 'member') return null;
    const { root, rest } = path;
    const free = isGlobal(root.name, language) && rest.length === 0 && bindings(root).length === 0;
    const from = free ? [root.name] : (api.imported(root) ?? meantBy(root, hops + 1) ?? (bound ? [root.name] : null));
    return from && [...from, ...rest, ...(taken.key === null ? [] : [taken.key])];
  }

  /** `system` of PHP's `system(...)`. */
  const callable = (value: Node): string | null =>
    value.kind === 'call' && value.callee.kind === 'name' && source.endsWith('(...)', value.end) ? value.callee.name : null;

  /** What the calls of its function give a parameter: the first that is a function of a module. */
  function givenTo(param: Node, hops: number): readonly string[] | null {
    let known = given.get(param);
    if (known === undefined) {
      given.set(param, null);
      given.set(param, (known = handedAs(param, hops)));
    }
    return known;
  }

  const given = new Map<Node, readonly string[] | null>();

  function handedAs(param: Node, hops: number): readonly string[] | null {
    for (const { root, rest } of handedTo(param, callsOf)) {
      const from =
        api.imported(root) ?? (rest.length === 0 && isGlobal(root.name, language) ? [root.name] : meantBy(root, hops + 1));
      if (from) return [...from, ...rest];
    }
    return null;
  }

  const callsOf = (holder: Shape<'name'>): Shape<'call'>[] =>
    occurrences(source, holder.name).flatMap((offset) => {
      const { parent } = nodeAt(program, offset);
      return parent?.kind === 'call' && parent.callee.kind === 'name' && parent.callee.start === offset ? [parent] : [];
    });

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
      nearImports ??= wordsNearImports(source, wide);
      if (!found && wide && isCalled(name) && isAlias(name.name)) {
        const path = meantBy(name, 0);
        if (path) return path;
      }
      if (!found && !nearImports.has(name.name)) return null;
      const local = bindings(name);
      if (
        found &&
        (local.length === 0 ||
          local.some(
            (binding) => binding.kind === 'import' || requiredBy(binding.value, wide) || requiredName(binding, wide) !== null,
          ))
      )
        return found.path;
      if (found) return null;
      const own = local.find((binding) => binding.kind === 'import');
      if (own?.node.kind === 'import') return importPath(own.node, language)?.path ?? null;
      const [only, more] = local;
      return only?.kind === 'variable' && !more ? requiredName(only, wide) : null;
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
    isAlias,
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

/**
 * Whether what sets a field without a first value counts as its first value: JavaScript's `this.x = …`, and Java's in the
 * one constructor or where the class is set up.
 */
function setsField(place: Node, owner: Shape<'class'>, language: LanguageId, wide: boolean): boolean {
  if (language === 'javascript' || language === 'typescript')
    return place.kind === 'member' && place.object.kind === 'name' && place.object.name === 'this';
  if (language !== 'java' || (!wide && place.parent?.parent?.kind !== 'exprstmt')) return false;
  const func = scopeOf(place);
  if (func === owner) return !wide && place.kind === 'name' && isInSetUp(place, owner);
  const isConstructor = (node: Node): boolean =>
    node.kind === 'func' && node.name?.kind === 'name' && owner.name?.kind === 'name' && node.name.name === owner.name.name;
  return func.parent === owner && isConstructor(func) && (wide || owner.body.filter(isConstructor).length === 1);
}

/** In Java's `static { }`. */
function isInSetUp(place: Node, owner: Node): boolean {
  let at = place;
  while (at.parent && at.parent !== owner) at = at.parent;
  return at.kind === 'label' && at.name === 'static';
}

const hasField = (owner: Node, name: string): boolean =>
  owner.kind === 'class' &&
  owner.body.some((item) => item.kind === 'vardef' && item.target.kind === 'name' && item.target.name === name);

function classOver(node: Node): Node | null {
  let at: Node | null = node;
  while (at && at.kind !== 'class') at = at.parent;
  return at;
}

/** Languages in which a method reads a field by name or through `this`. */
const fixedFields: ReadonlySet<LanguageId> = new Set(['java', 'csharp', 'kotlin', 'javascript', 'typescript']);

/** Whether other classes cannot set a field. */
const staysPut = (field: Shape<'vardef'>, language: LanguageId, wide: boolean): boolean =>
  language === 'javascript' ||
  language === 'typescript' ||
  // What a constructor takes is given to it, whatever stands for it otherwise.
  (field.keyword === 'val' && (wide || !headMembers.has(field))) ||
  // To the reference what is private may be set in Kotlin and C#.
  ((wide || language !== 'kotlin') &&
    field.modifiers.some(
      (word) => /^(?:private|final|readonly|const)$/.test(word) && (wide || language !== 'csharp' || word !== 'private'),
    ));

/** To the reference the fields of Kotlin's companion are not known but in it. */
export function isOfCompanion(name: Node, owner: Node): boolean {
  let at = name;
  while (at.parent && at.parent !== owner) at = at.parent;
  return ofCompanion.has(at);
}

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

const requiredBy = (value: Node | null, wide: boolean): boolean => value !== null && requirePath(value, wide) !== null;

function isWithin(node: Node, scope: Node): boolean {
  for (let at: Node | null = node; at; at = at.parent) if (at === scope) return true;
  return false;
}
