/** The type of an expression, as far as declarations in this file tell. */
import type { LanguageId } from '../model/language.ts';
import type { Kind, Node, Shape } from '../model/tree.ts';
import { ofCompanion } from '../parse/lower.ts';
import { constantOf } from './constants.ts';
import { scopeOf } from './locate.ts';
import { isOfCompanion, type Names } from './names.ts';

/** What the reference knows of Java: methods, and the functions of some classes. */
const javaNumbers: ReadonlySet<string> = new Set(['length', 'size', 'compareTo']);
const javaTruths: ReadonlySet<string> = new Set(['isEmpty', 'equals', 'contains', 'containsKey']);
const javaClasses: ReadonlySet<string> = new Set(['Integer', 'Long']);
const comparisons: ReadonlySet<string> = new Set(['==', '!=', '<', '>', '<=', '>=']);
const truths: ReadonlySet<string> = new Set(['==', '!=', '<', '>', '<=', '>=', '&&', '||']);

/** What a call of Java gives, where its name alone tells that it is a number or a truth value. */
export function resultInJava({ callee, args }: Shape<'call'> | Shape<'new'>): 'int' | 'boolean' | null {
  if (callee.kind !== 'member' || callee.property.kind !== 'name') return null;
  const { name } = callee.property;
  const owner = callee.object.kind === 'name' ? callee.object.name : '';
  if (javaClasses.has(owner)) return /^(?:parse|valueOf)/.test(name) ? 'int' : null;
  if (owner === 'Boolean') return name === 'parseBoolean' ? 'boolean' : null;
  if (javaNumbers.has(name)) return 'int';
  return javaTruths.has(name) || (name === 'matches' && args.length === 1) ? 'boolean' : null;
}

const builtins: ReadonlyMap<string, string> = new Map(
  Object.entries({
    int: ['int', 'Int', 'Integer', 'long', 'Long', 'short', 'Short'],
    double: ['double', 'Double', 'float', 'Float'],
    boolean: ['bool', 'boolean', 'Boolean'],
    string: ['str', 'string', 'String'],
  }).flatMap(([type, names]) => names.map((name) => [name, type] as const)),
);

/** Of the types of texts, numbers and truth values the one that stands for all that the reference takes for the same. */
export const builtin = (type: Node): string | null => (type.kind === 'name' ? (builtins.get(type.name) ?? null) : null);

/** `number` of JavaScript is also what the reference calls a literal's type, `float`; a variable declared as the one is not the other. */
export const isNumber = (wanted: Node, found: Node, language: LanguageId): boolean =>
  scripts.has(language) && wanted.kind === 'name' && wanted.name === 'number' && found.kind === 'name' && found.name === 'float';

const scripts: ReadonlySet<LanguageId> = new Set(['javascript', 'typescript']);

/** The object of a method; PHP writes it and the names of fields with a `$`. */
const selves: ReadonlySet<string> = new Set(['this', 'self', '$this']);

/** Languages in which, to the reference, `a.b` is of the type of what `b` means where it stands. */
const namesakes: ReadonlySet<string> = new Set(['java', 'csharp', 'kotlin', 'go', 'rust']);

/** Languages in which the reference infers no variable's type from a cast. */
const inferring: ReadonlySet<string> = new Set(['java', 'csharp', 'kotlin', 'typescript', 'go']);

/** Languages in which the form of a number tells whether it has a fraction. */
const fractions: ReadonlySet<string> = new Set(['java', 'csharp', 'kotlin', 'go']);

/** How many variables may be followed, one through the other. */
const MAX_HOPS = 4;

/** The declared type of a name, or the evident type of a value; null when the file does not tell. */
export function typeOf(node: Node, names: Names, hops = 0): Node | null {
  if (hops > MAX_HOPS) return null;
  switch (node.kind) {
    case 'name':
      for (const binding of names.bindings(node)) {
        if (binding.kind === 'param' && binding.node.kind === 'param' && binding.node.type)
          return binding.node.variadic && (names.language === 'go' || (names.language === 'java' && !names.wide))
            ? null
            : binding.node.type;
        if (!names.wide && binding.kind === 'variable' && binding.node.start > node.start) continue;
        const { parent } = binding.node;
        if (parent && !names.wide && ofCompanion.has(parent) && !isOfCompanion(node, parent.parent!)) continue;
        // The reference knows no type of what a loop of Java counts with, and what `instanceof` binds.
        if (names.language === 'java' && !names.wide && parent && unknownIn.has(parent.parent?.kind ?? 'program')) continue;
        if (parent?.kind === 'vardef' && parent.type && !isInferred(parent.type)) return parent.type;
        // What a loop counts with has no type in the reference.
        if (parent?.kind === 'vardef' && parent.parent?.kind === 'for' && scripts.has(names.language) && !names.wide) continue;
        if (
          binding.value &&
          !(
            binding.value.kind === 'cast' &&
            inferring.has(names.language) &&
            !(names.wide && (scripts.has(names.language) || names.language === 'go'))
          )
        ) {
          const type = inferred(binding.value, names, hops + 1);
          if (type) return type;
        }
      }
      return names.language === 'typescript' && names.bindings(node).length === 0 ? injectedType(node) : null;
    case 'member': {
      // A field of this class, or of a class of this file; in Java the name of the field will do.
      if (node.property.kind !== 'name') return null;
      const field = node.property.name;
      if (field === 'length' && names.language === 'java' && !names.wide) return named('int', node);
      const own = node.object.kind === 'name' && selves.has(node.object.name);
      const near = !names.wide && namesakes.has(names.language);
      if (!own && !near) {
        const type = bare(typeOf(node.object, names, hops + 1));
        const owner = type?.kind === 'name' ? names.classNamed(type.name) : null;
        if (owner || names.language !== 'java') return owner && fieldType(owner, field, names, hops + 1);
      }
      for (let at: Node | null = own || !near ? node : null; at; at = at.parent) {
        const type = at.kind === 'class' ? fieldType(at, field, names, hops + 1, node.start) : null;
        if (type) return type;
      }
      if (near) return typeOf(node.property, names, hops + 1) ?? fieldOfAny(node.property, names);
      // In a constructor, and to the reference everywhere, `this.x` may be what `x` is there.
      return names.language === 'typescript' ? typeOf({ ...node, kind: 'name', name: field }, names, hops + 1) : null;
    }
    case 'new':
      return node.typeArgs?.length && constants.has(names.language) && !names.wide ? applied(node, node.typeArgs) : node.callee;
    case 'cast':
      // What Go asserts of a value is no declaration.
      return names.language === 'go' && names.source[node.value.end] === '.' ? null : node.type;
    case 'await':
      return null;
    case 'call': {
      if (names.language === 'kotlin' && names.wide) return isMaker(node.callee) ? node.callee : null;
      if (names.language !== 'java') return null;
      const result = resultInJava(node);
      if (result !== null) return named(result, node);
      return names.wide || isInitial(node) ? null : elementOf(node, names, hops + 1);
    }
    case 'binary': {
      if (names.language === 'python' && comparisons.has(node.op)) return named('bool', node);
      if (names.language !== 'java') return null;
      if (truths.has(node.op)) return named('boolean', node);
      const [left, right] = [typeOf(node.left, names, hops + 1), typeOf(node.right, names, hops + 1)];
      return left && right && builtin(left) === 'int' && builtin(right) === 'int' ? left : null;
    }
    case 'ternary': {
      if (names.language !== 'java' && (names.wide || names.language !== 'csharp')) return null;
      const type = typeOf(node.then, names, hops + 1);
      if (names.wide || !type) return type;
      const other = typeOf(node.else, names, hops + 1);
      return other && isSameType(type, other) ? type : null;
    }
    case 'unary':
      if (node.op === '!' && names.language === 'java') return named('boolean', node);
      if (node.op === 'not') return named('bool', node);
      // To the reference only a variable that is set to an address has its type.
      return node.op === '&' && (hops > 0 || names.wide) ? pointer(typeOf(node.operand, names, hops + 1), node) : null;
    case 'string':
    case 'template':
      if (names.source[node.start] === '`' && names.language !== 'go') return null;
      if (node.kind === 'template' && constants.has(names.language) && !names.wide) return null;
      if (names.language === 'python' && !isPlain(names.source.slice(node.start, node.end), names.wide)) return null;
      return named(
        names.language === 'java' || names.language === 'kotlin' ? 'String' : names.language === 'python' ? 'str' : 'string',
        node,
      );
    case 'number':
      if (fractions.has(names.language) && /^[\d_]*\.|^[^x]*[fdm]$/i.test(node.value))
        return named(names.language === 'go' ? 'float' : 'double', node);
      return named(
        names.language === 'python' || names.language === 'java' || names.language === 'go' || names.language === 'csharp'
          ? 'int'
          : names.language === 'kotlin'
            ? 'Int'
            : scripts.has(names.language)
              ? 'float'
              : 'number',
        node,
      );
    case 'bool':
      // Go's truth values are constants that a file may declare anew.
      if (names.language === 'go') return null;
      return named(
        names.language === 'python' || names.language === 'csharp' ? 'bool' : names.language === 'kotlin' ? 'Boolean' : 'boolean',
        node,
      );
    default:
      return null;
  }
}

const unknownIn: ReadonlySet<Kind> = new Set(['for', 'assign']);

const isInitial = ({ parent }: Node): boolean => parent?.kind === 'vardef';

/** What `get` gives: the last argument of the type of what it is asked of; no variable's type is inferred from it. */
function elementOf({ callee }: Shape<'call'>, names: Names, hops: number): Node | null {
  if (callee.kind !== 'member' || callee.property.kind !== 'name' || callee.property.name !== 'get') return null;
  const { object } = callee;
  const type = typeOf(object, names, hops);
  const element = (object.kind === 'new' ? object.typeArgs : type?.kind === 'generic' ? type.args : []).at(-1);
  return element?.kind === 'name' || element?.kind === 'generic' ? element : null;
}

/** The type of a field of one of Go's structures: to the reference it is a variable where the structure stands. */
function fieldOfAny(name: Shape<'name'>, names: Names): Node | null {
  if (names.language !== 'go') return null;
  let type: Node | null = null;
  for (const { node } of names.declared(name).bindings()) {
    const { parent } = node;
    if (parent?.kind !== 'vardef' || parent.parent?.kind !== 'class' || node.start > name.start) continue;
    const scope = scopeOf(parent.parent);
    if (scope.kind === 'program' || (scope.start <= name.start && name.end <= scope.end)) ({ type } = parent);
  }
  return type;
}

/** `place`: of a field that is declared behind it, the reference does not know the type. */
function fieldType(owner: Shape<'class'>, field: string, names: Names, hops: number, place = Infinity): Node | null {
  for (const item of owner.body)
    if (
      item.kind === 'vardef' &&
      (names.wide || item.start < place) &&
      item.target.kind === 'name' &&
      (item.target.name === field || item.target.name === `$${field}`) &&
      (item.type || item.value?.kind === 'new')
    )
      return item.type ?? typeOf(item.value!, names, hops);
  if (names.language !== 'typescript') return null;
  const param = injected(owner).find(({ target }) => target.kind === 'name' && target.name === field);
  return param?.type ?? null;
}

const injecting: ReadonlySet<string> = new Set(['Component', 'Injectable']);

/** Parameters of the constructor of a class of Angular: known in all of the class, as fields are. */
export function injected(owner: Shape<'class'>): Shape<'param'>[] {
  const isInjected = owner.decorators.some((decorator) => {
    const name = decorator.kind === 'call' ? decorator.callee : decorator;
    return name.kind === 'name' && injecting.has(name.name);
  });
  if (!isInjected) return [];
  return owner.body.flatMap((item) =>
    item.kind === 'func' && item.name?.kind === 'name' && item.name.name === 'constructor'
      ? item.params.filter((param) => param.kind === 'param')
      : [],
  );
}

/** Of a name that nothing binds: in a class of Angular it may be what the constructor calls so. */
function injectedType(name: Shape<'name'>): Node | null {
  for (let at: Node | null = name; at; at = at.parent)
    if (at.kind === 'class')
      for (const { target, type } of injected(at)) if (target.kind === 'name' && target.name === name.name) return type;
  return null;
}

/** The type of a variable that is set to the value: of a choice the first value tells it. */
function inferred(value: Node, names: Names, hops: number): Node | null {
  const chosen = value.kind === 'ternary';
  // In the reference a text that is worked out tells it, but no choice between variables.
  if (!names.wide && constants.has(names.language) && (chosen || value.kind === 'binary' || value.kind === 'template')) {
    const known = constantOf(value, names);
    if (known?.kind === 'string' || known?.kind === 'text') return named('String', value);
    if (chosen) return null;
  }
  return typeOf(chosen ? value.then : value, names, hops) ?? textType(value, names);
}

const constants: ReadonlySet<string> = new Set(['java', 'csharp', 'kotlin']);

const isSameType = (one: Node, other: Node): boolean =>
  builtin(one) !== null
    ? builtin(one) === builtin(other)
    : one.kind === 'name' && other.kind === 'name' && one.name === other.name;

/** A literal of Python that the reference takes for a text: none with a letter before it, nor several side by side. */
const isPlain = (code: string, wide: boolean): boolean =>
  wide ? !/^[rR]?[fFbB]/.test(code) : /^(?:"""|'''|(["'])(?:\\[^]|(?!\1)[^\\])*\1$)/.test(code);

/** A variable set to a template, or to any text of Python, is a text, though the template itself has no type in the reference. */
function textType(value: Node, names: Names): Node | null {
  if (value.kind !== 'string' && value.kind !== 'template') return null;
  if (names.language === 'python') return names.wide ? null : named('str', value);
  return names.source[value.start] === '`' ? named('string', value) : null;
}

/** The type that a pointer points to, without arguments. */
function bare(type: Node | null): Node | null {
  if (type?.kind === 'unary' && type.op === '*') return bare(type.operand);
  return type?.kind === 'generic' ? type.base : type;
}

/** `File` of Kotlin's `File(a)`, which makes an object. */
const isMaker = (callee: Node): boolean =>
  (callee.kind === 'name' && /^[A-Z]/.test(callee.name)) || (callee.kind === 'member' && isMaker(callee.property));

const isInferred = (type: Node): boolean => type.kind === 'name' && (type.name === 'var' || type.name === 'auto');

const named = (name: string, at: Node): Node => ({ kind: 'name', name, start: at.start, end: at.end, parent: null });

const applied = ({ callee, start, end }: Shape<'new'>, args: Node[]): Node => ({
  kind: 'generic',
  base: callee,
  args,
  start,
  end,
  parent: null,
});

const pointer = (type: Node | null, at: Node): Node | null =>
  type && { kind: 'unary', op: '*', operand: type, postfix: false, start: at.start, end: at.end, parent: null };
