/**
 * The matcher: a pattern tree against a code tree, written once for all languages over the slot table.
 *
 * Every way to match is tried: `match` calls its continuation `next` for each and goes on while that returns false. The
 * bindings are those of the moment `next` is called; whoever wants to keep them copies them.
 */

import type { RuleOptions } from '../../model/rule.ts';
import { type Kind, type Node, type Shape, slots } from '../../model/tree.ts';
import { DECORATOR, IMPORTS, VARIABLE } from '../../rules/placeholder.ts';
import { isHeredoc } from '../constants.ts';
import { isDeclaredName } from '../declaration.ts';
import { equalBound, isNode } from '../equal.ts';
import type { Names } from '../names.ts';
import { isResult } from '../position.ts';
import { flattened } from '../statements.ts';
import { typeOf } from '../typing.ts';
import { records, safeAccess, scripts, strictBodies, typedDeclarations, wideBodies } from './dialect.ts';
import { literalBehind, undisguised } from './disguise.ts';
import {
  classItself,
  isExpansion,
  isSameConstant,
  isTemplate,
  matchBinary,
  matchChain,
  matchDeep,
  matchKey,
  matchRegex,
  matchString,
  matchType,
  sameCaseless,
} from './expressions.ts';
import { matchImport, matchImported, matchImports, matchReexport, matchRequired, sameImport } from './imports.ts';
import {
  isNamed,
  matchArgs,
  matchBag,
  matchChildren,
  matchDecorators,
  matchList,
  matchParts,
  matchRest,
  matchRole,
  matchRun,
  matchSlots,
  matchStatements,
  untagged,
} from './lists.ts';
import {
  type Bindings,
  type Bound,
  contentNode,
  isConstantOf,
  isDots,
  isMetavariable,
  type Matching,
  type Next,
  sameUse,
  variableIn,
} from './matching.ts';
import {
  inBraces,
  isInitialiser,
  isOtherRescue,
  matchAsAssign,
  matchCompound,
  matchFuncBody,
  matchStatement,
  matchSymbolic,
  operationOf,
} from './statements.ts';

/** Work units after which one search gives up on a node; guards against patterns that explode. */
const BUDGET = 200_000;

export class Matcher implements Matching {
  private readonly env = new Map<string, Bound>();
  /** Metavariables that other parts of the rule have bound and that this pattern has not met yet. */
  private readonly given = new Set<string>();
  private budget = BUDGET;
  /** True once a search ran out of work units; the result may be incomplete. */
  exhausted = false;

  constructor(
    readonly names: Names,
    private readonly options: RuleOptions,
  ) {}

  /** Calls `found` for each way in which `pattern` matches `node`, starting from `given`; stops when it returns true. */
  find(pattern: Node, node: Node, given: Bindings | null, found: (bindings: Map<string, Bound>) => boolean): boolean {
    this.start(given);
    return this.match(pattern, node, () => found(new Map(this.env)));
  }

  /**
   * Like `find` for a run of statements: matches `pattern` from index `from` of `statements`, which may go on after it.
   * `last` is the last statement that was matched. `everyEnd`: `...` at the end stops at each statement, not only at the last.
   */
  findRun(
    pattern: readonly Node[],
    statements: readonly Node[],
    from: number,
    given: Bindings | null,
    everyEnd: boolean,
    found: (bindings: Map<string, Bound>, last: Node) => boolean,
  ): boolean {
    this.start(given);
    const [head] = pattern;
    const begin = statements[from];
    // The statements are only flattened, which builds them all, where the first one fits.
    if (head && begin && !isDots(head) && !this.match(head, begin, () => true)) return false;
    this.start(given);
    const list = pattern.some(isDots)
      ? this.option('go_deeper_stmt', true)
        ? flattened(statements.slice(from), this.names.language)
        : statements.slice(from)
      : statements.slice(from, from + pattern.length);
    const ending = pattern.at(-1);
    if (everyEnd && ending && isDots(ending))
      return matchRun(this, pattern.slice(0, -1), 0, list, 0, true, (from) => {
        let before: Node | null = null;
        for (let end = Math.max(from, 1); end <= list.length; end++) {
          const last = furthest(list, end);
          // A nested statement ends before the one that holds it.
          if (last === before) continue;
          before = last;
          if (matchRest(this, ending, list.slice(from, end), () => found(new Map(this.env), last))) return true;
        }
        return false;
      });
    return matchRun(this, pattern, 0, list, 0, true, (end) => end > 0 && found(new Map(this.env), furthest(list, end)));
  }

  private start(given: Bindings | null): void {
    this.env.clear();
    this.given.clear();
    if (given)
      for (const [name, bound] of given) {
        this.env.set(name, bound);
        this.given.add(name);
      }
    this.budget = BUDGET;
  }

  option(name: string, otherwise: boolean): boolean {
    const value = this.options[name];
    return typeof value === 'boolean' ? value : otherwise;
  }

  bind(name: string, bound: Bound, next: Next): boolean {
    if (name === '$_') return next();
    if (this.names.language !== 'bash' && this.env.has(name) && !sameUse(this.env.get(name)!, bound, this.names)) return false;
    const before = this.env.get(name);
    if (before !== undefined) {
      if (!equalBound(before, bound, this.names))
        return (isConstantOf(before, bound, this.names) || sameImport(this, before, bound)) && next();
      if (!this.given.has(name)) return !this.isLabelOf(before, bound) && next();
      this.given.delete(name);
      // What another part bound is only a demand: this match binds the code that stands here.
      this.env.set(name, bound);
      const done = next();
      this.env.set(name, before);
      this.given.add(name);
      return done;
    }
    this.env.set(name, bound);
    const done = next();
    this.env.delete(name);
    return done;
  }

  /** A literal or a variable without what TypeScript says of its type. */
  private bare(t: Node): Node {
    if (!this.names.wide || !scripts.has(this.names.language)) return t;
    let at = t;
    while (at.kind === 'cast' || (at.kind === 'binary' && at.op === 'satisfies')) at = at.kind === 'cast' ? at.value : at.left;
    return at.kind === 'string' || at.kind === 'template' || at.kind === 'name' || at.kind === 'number' ? at : t;
  }

  private isSameUse(name: string, t: Node): boolean {
    const before = this.names.language === 'bash' ? this.env.get(name) : undefined;
    return before === undefined || sameUse(before, t, this.names);
  }

  /** Behind `$X=` a variable of that name is another thing. */
  private isLabelOf(label: Bound, bound: Bound): boolean {
    if (!isNode(label) || label.kind !== 'name' || label.parent?.kind !== 'named' || label.parent.value === label) return false;
    return isNode(bound) && bound.kind === 'name' && isDeclaredName(bound, this.names);
  }

  match(p: Node, t: Node, next: Next): boolean {
    if (--this.budget < 0) {
      this.exhausted = true;
      return false;
    }
    switch (p.kind) {
      case 'other':
        // Several things that one statement imports.
        if (p.type === IMPORTS) return t.kind === 'import' && matchImports(this, p.kids, t, next);
        // In JavaScript a decorator alone fits nothing in the reference.
        if (p.type === DECORATOR) return this.names.language === 'python' && matchDecorators(this, p.kids, [t], next);
        // A channel's type in a pattern fits nothing in the reference.
        if (p.type === 'channel_type') return false;
        if (p.type === 'debugger_statement') return t.kind === 'other' && t.type === p.type && next();
        break;
      case 'metavar':
        return (
          !isNamed(this, t) &&
          !isMadeBase(this, t) &&
          this.isSameUse(p.name, t) &&
          this.bind(p.name, t.kind === 'exprstmt' ? t.expr : this.bare(t), next)
        );
      case 'ellipsis':
        return next();
      case 'metaellipsis':
        return this.bind(p.name, [t], next);
      case 'deep':
        return t.kind !== 'named' && matchDeep(this, p.expr, t, next);
      case 'typed': {
        if (p.type.kind === 'name' && p.type.name === VARIABLE)
          return isExpansion(this, t) && this.bind(p.name, variableIn(t), next);
        const type = typeOf(t, this.names) ?? classItself(this, p.type, t);
        // Of a variable or field whose type is not known, `$T` asks nothing.
        if (type === null && p.type.kind === 'metavar' && (t.kind === 'name' || t.kind === 'member'))
          return this.bind(p.name, t, next);
        return type !== null && matchType(this, p.type, type, () => this.bind(p.name, t, next));
      }
      case 'string':
        return matchString(this, p, t, next);
      case 'number':
      case 'bool':
        if (t.kind === 'cast' && isThin(t, this.names)) return this.match(p, t.value, next);
        return isSameConstant(this, p, t) && next();
      case 'name':
        if (t.kind === 'name' && (t.name === p.name || sameCaseless(this, p.name, t.name))) return next();
        break;
      case 'exprstmt':
        return matchStatement(this, p, t, next);
      case 'member':
        if (p.property.kind === 'ellipsis') return matchChain(this, p.object, t, next);
        if (p.optional && t.kind === 'member' && !t.optional && safeAccess.has(this.names.language)) return false;
        if (!p.optional && t.kind === 'member' && t.optional && this.names.language === 'kotlin') return false;
        break;
      case 'vardef':
        if (p.target?.kind === 'metavar' && p.value && isDefaultExport(t))
          return (p.keyword === 'const' || p.keyword === '') && this.asDefault(p.target, p.value, t, next);
        break;
      case 'assign':
        if (p.op === '=' && p.target.kind === 'metavar' && isDefaultExport(t)) return this.asDefault(p.target, p.value, t, next);
        if (t.kind === 'assign' && p.op === '=' && this.names.language === 'python') {
          // `a = b = 1` is one assignment.
          if (t.parent?.kind === 'assign') return false;
          const [pattern, code] = [unchained(p), unchained(t)];
          if (pattern !== p || code !== t) return this.same(pattern, code, next);
          if (p.target.kind !== 'array' && isParallel(t)) return assignsOf(t).some((one) => this.match(p, one, next));
        }
        if (t.kind === 'assign' && p.op !== t.op && scripts.has(this.names.language)) return matchCompound(this, p, t, next);
        if (t.kind === 'vardef' && p.op === '=' && this.names.language !== 'csharp' && this.option('vardef_assign', true))
          return (this.names.wide || !isConstantOfEnum(t, this.names)) && matchAsAssign(this, p, t, next);
        // `new T { A = 1 }`
        if (p.op === '=' && isInitialiser(t)) return this.match(p.target, t.key, () => this.match(p.value, t.value, next));
        break;
      case 'foreach':
        // Go's `for k := range x` has no value.
        if (
          this.names.language === 'go' &&
          t.kind === 'foreach' &&
          p.target.kind === 'metavar' &&
          (t.target.kind !== 'name' || t.target.start === t.target.end)
        )
          return false;
        if (
          p.iter.kind === 'ellipsis' &&
          (p.target.kind === 'ellipsis' || !scripts.has(this.names.language)) &&
          (t.kind === 'for' || t.kind === 'foreach' || (t.kind === 'while' && this.names.language === 'go'))
        )
          return inBraces(this, p.body, t.body) && this.match(p.body, t.body, next);
        break;
      case 'block':
        // In Python and C# a body of one metavariable stands for any body.
        if (wideBodies.has(this.names.language) && t.kind === 'block' && t.body.length > 1) {
          const body = bodyMetavariable(p);
          if (body) return this.bind(body, t.body, next);
        }
        // `{ ... f() }` asks for braces, `{ f() }` does not.
        if (t.parent?.kind === 'if' && (p.body?.length ?? 0) > 1 && p.body?.some(isDots) && !inBraces(this, p, t)) return false;
        if (t.kind === 'block' || t.kind === 'program') return matchStatements(this, p.body ?? [], t.body, false, next);
        // `else { … }` also stands for `else if`.
        return t.kind === 'if' && t.parent?.kind === 'if' && matchStatements(this, p.body ?? [], [t], false, next);
      case 'return':
        // The body of `x => e` is what the function returns.
        if (t.parent?.kind === 'func' && t.parent.body === t && t.kind !== 'block' && !strictBodies.has(this.names.language))
          return matchRole(this, p.value ?? null, t, false, next);
        if (t.kind === 'exprstmt' && this.option('implicit_return', true) && isResult(t, this.names.language, this.names.source))
          return p.value != null && this.match(p.value, t.expr, next);
        break;
      case 'index':
        // `Optional[...]` of a type.
        if (t.kind === 'generic' && this.names.language === 'python')
          return this.match(p.object, t.base, () => matchList(this, p.indices ?? [], 0, t.args, 0, next));
        break;
      case 'generic':
        // What types of TypeScript are applied to does not count.
        if (scripts.has(this.names.language)) return this.match(p.base, t.kind === 'generic' ? t.base : t, next);
        break;
      case 'symbol':
        if (t.kind === 'symbol' && isMetavariable(p.value))
          return this.bind(p.value, contentNode(t, t.value, this.names.source), next);
        break;
      case 'regex':
        return matchRegex(this, p, t, next);
      case 'template':
        if (isHeredoc(t, this.names)) return p.parts?.length === 1 && p.parts[0]!.kind === 'ellipsis' && next();
        // A template of nothing but `...` is any, also one in which nothing is interpolated.
        if (t.kind === 'string') return p.parts?.length === 1 && p.parts[0]!.kind === 'ellipsis' && isTemplate(this, t) && next();
        break;
      case 'array':
        // Python's `{...}` is a set or a dictionary, and `[...]` what a comprehension makes, too.
        if (p.elements?.length === 1 && p.elements[0]!.kind === 'ellipsis' && (t.kind === 'object' || t.kind === 'comprehension'))
          return (t.kind === 'object' ? p.bracket === '{' : p.bracket === t.bracket) && next();
        break;
      case 'pair':
        if (t.kind === 'func' && t.name && p.value?.kind === 'func' && p.value.name == null && scripts.has(this.names.language)) {
          // `{ m() {} }` is `{ m: function () {} }`.
          const { value } = p;
          return matchKey(this, p.key, t.name, () =>
            matchSlots(this, value, t, nameless, 0, () => matchFuncBody(this, value, t, next)),
          );
        }
        break;
      case 'func':
        if (t.kind === 'pair' && p.name != null && t.value.kind === 'func') {
          // `{ m: function () {} }` is `{ m() {} }`.
          const { value } = t;
          return matchKey(this, p.name, t.key, () =>
            matchSlots(this, p, value, nameless, 0, () => matchFuncBody(this, p, value as Shape<'func'>, next)),
          );
        }
        // Without the option a method is no function that is declared.
        if (
          t.kind === 'func' &&
          p.name != null &&
          (t.parent?.kind === 'class' || t.parent?.kind === 'object') &&
          scripts.has(this.names.language) &&
          !this.option('arrow_is_function', true)
        )
          return false;
        // `function ... (…)` is a function of any name or none.
        if (t.kind === 'func' && p.name == null && isDeclared(t)) return false;
        if (t.kind === 'vardef' && p.name != null && t.parent?.kind === 'class' && t.value?.kind === 'func') {
          // A field that holds a function is a method.
          const { value } = t;
          return this.match(p.name, t.target, () =>
            matchSlots(this, p, value, nameless, 0, () => matchFuncBody(this, p, value as Shape<'func'>, next)),
          );
        }
        break;
      case 'binary':
        // The reference finds `a + b` in JavaScript's `a += b`.
        if (t.kind === 'assign' && t.op === `${p.op}=` && scripts.has(this.names.language) && !this.names.wide)
          return matchBinary(this, p, operationOf(t), next);
        break;
      case 'element':
        // To the reference `<$X.P>` is no element that code could have.
        if (p.tag?.kind === 'member' && holdsMetavariable(p.tag) && scripts.has(this.names.language) && !this.names.wide)
          return false;
        break;
      case 'import':
        if (t.kind === 'vardef' && scripts.has(this.names.language)) return matchRequired(this, p, t, next);
        if (t.kind === 'other' && t.type === 'export_from') return matchReexport(this, p, t, next);
        break;
      default:
    }
    if (p.kind === t.kind) {
      const done = this.same(p, t, next);
      if (done) return true;
    }
    // A type without arguments is also one with them, and a cast changes nothing that is asked for.
    if (t.kind === 'generic' && (p.kind === 'name' || p.kind === 'member') && this.match(p, t.base, next)) return true;
    if (t.kind === 'name' && this.option('symbolic_propagation', false) && matchSymbolic(this, p, t, next)) return true;
    if (t.kind === 'cast' && !this.names.wide && isThin(t, this.names) && this.match(p, t.value, next)) return true;
    if (matchImported(this, p, t, next)) return true;
    if (this.names.wide && t.kind === 'name' && (p.kind === 'array' || p.kind === 'object')) {
      const literal = literalBehind(t, p.kind, this.names);
      return literal !== null && this.match(p, literal, next);
    }
    const plain = this.names.wide ? undisguised(t, this.names) : null;
    return plain !== null && this.match(p, plain, next);
  }

  /** `export default e` is `const x = e` to the reference. */
  private asDefault(target: Shape<'metavar'>, value: Node, t: Shape<'other'>, next: Next): boolean {
    const [exported] = t.kids;
    return exported !== undefined && this.bind(target.name, 'default', () => this.match(value, exported, next));
  }

  /** Both nodes are of one kind. */
  same(p: Node, t: Node, next: Next): boolean {
    switch (p.kind) {
      case 'call': {
        const code = t as Shape<'call'>;
        // In a shell the command is a word like its arguments.
        if (isDots(p.callee))
          return matchList(this, [p.callee, ...(p.args ?? [])], 0, [wordOf(code.callee), ...code.args], 0, next);
        // Java's `o.<T>m()` is any call of the method.
        const types = this.names.language === 'java' ? [] : typeArgs;
        return this.match(p.callee, code.callee, () =>
          matchSlots(this, p, code, types, 0, () => matchArgs(this, p.args ?? [], code.args, next)),
        );
      }
      case 'binary':
        return matchBinary(this, p, t as Shape<'binary'>, next);
      case 'assign': {
        const code = t as Shape<'assign'>;
        if (p.op !== code.op && !(p.op === '=' && code.op === ':=')) return false;
        return this.match(p.target, code.target, () => this.match(p.value, code.value, next));
      }
      case 'new':
        // In TypeScript `new Map<A, B>()` is any `new Map()`.
        return matchSlots(this, p, t, scripts.has(this.names.language) ? typelessNew : slots.new, 0, next);
      case 'template':
        if (this.names.wide || !scripts.has(this.names.language)) return matchSlots(this, p, t, slots.template, 0, next);
        return matchParts(this, p.parts ?? [], 0, (t as Shape<'template'>).parts, 0, next);
      case 'param':
        // In Go what stands alone is a type.
        if (this.names.language === 'go' && p.type == null && (t as Shape<'param'>).type !== null) return false;
        if (!isSamePart(p, t as Shape<'param'>, this.names)) return false;
        // A parameter of TypeScript that may be left out is one like others.
        if (!p.modifiers?.includes('optional')) return matchSlots(this, p, t, slots.param, 0, next);
        return matchSlots(this, { ...p, modifiers: p.modifiers.filter((word) => word !== 'optional') }, t, slots.param, 0, next);
      case 'vardef': {
        const code = t as Shape<'vardef'>;
        const keyword =
          p.keyword === code.keyword ||
          p.keyword === '' ||
          (p.keyword === 'var' && this.names.language !== 'kotlin' && this.option('let_is_var', true));
        // `val (a, b) = c` sets more than one.
        if (this.names.language === 'kotlin' && p.target?.kind === 'metavar' && code.target.kind === 'array') return false;
        // In JavaScript `const $X = e` is no destructuring.
        if (
          p.keyword !== '' &&
          p.target?.kind === 'metavar' &&
          patterns.has(code.target.kind) &&
          scripts.has(this.names.language)
        )
          return false;
        // A class's field is nothing that `var` declares.
        if (p.keyword !== '' && code.keyword === '' && scripts.has(this.names.language)) return false;
        // `T x;` declares and does not set.
        if (scripts.has(this.names.language) && p.value == null && code.value !== null) return false;
        if (typedDeclarations.has(this.names.language) && p.type != null && p.value == null && code.value !== null) return false;
        // `x = ...` sets it to something.
        if (p.value?.kind === 'ellipsis' && code.value === null) return false;
        // The type of what is taken apart does not count.
        const typeless = scripts.has(this.names.language) && p.target !== undefined && patterns.has(p.target.kind);
        return keyword && matchSlots(this, typeless ? { ...p, type: null } : p, t, keywordless, 0, next);
      }
      case 'pair': {
        const code = t as Shape<'pair'>;
        // A property of JavaScript that holds a function is a method, which is no value.
        if (code.value.kind === 'func' && p.value.kind === 'metavar' && scripts.has(this.names.language)) return false;
        // In Go a key that is written as a text is no name of a field.
        if (this.names.language === 'go' && (p.key.kind === 'string') !== (code.key.kind === 'string')) return false;
        return matchKey(this, p.key, code.key, () => this.match(p.value, untagged(this, p.value, code.value), next));
      }
      case 'named': {
        const code = t as Shape<'named'>;
        if (p.name.startsWith('$')) return this.bind(p.name, labelOf(code), () => this.match(p.value, code.value, next));
        return p.name === code.name && this.match(p.value, code.value, next);
      }
      case 'func': {
        const code = t as Shape<'func'>;
        // Go's receiver counts as the first parameter, which only an ellipsis stands for.
        const method = p.receiver == null && code.receiver !== null && this.names.language === 'go' ? code.receiver : null;
        const shown = {
          ...(method ? { ...code, receiver: null, params: [unmatchable(method), ...code.params] } : code),
          returns: unnamedResults(code.returns),
          // So it is for the reference of what Python decorates.
          modifiers: this.names.language === 'python' && code.decorators.length > 0 ? [] : code.modifiers,
        };
        // Without a name it does not matter whether it is `async`.
        // Behind a decorator of Python it does not matter either.
        const loose =
          (p.name == null && this.names.language !== 'ruby') ||
          (this.names.language === 'python' && (p.decorators ?? []).length > 0);
        const roles = loose ? unmodified : slots.func.slice(0, -1);
        const wanted = this.names.language === 'go' ? { ...p, returns: unnamedResults(p.returns ?? null) } : p;
        return matchSlots(this, wanted, shown, roles, 0, () => matchFuncBody(this, p, code, next));
      }
      case 'object': {
        const code = t as Shape<'object'>;
        const props = p.props ?? [];
        const whole = !records.has(this.names.language) && !props.some(isDots);
        return !(whole && props.length !== code.props.length) && matchBag(this, props, code.props, next);
      }
      case 'catch': {
        const code = t as Shape<'catch'>;
        const [type, more] = p.types ?? [];
        const { language } = this.names;
        const types = (rest: Next): boolean => {
          const several = code.types.length > 1 && (language === 'java' || (language === 'python' && p.target != null));
          if (type && !more && type.kind === 'metavar' && several) return this.bind(type.name, code.types, rest);
          // Of alternatives the reference reads the first one.
          const [first] = code.types;
          if (type && first && language === 'java') return this.match(type, first, rest);
          if (type && !more && several) return false;
          return matchList(this, p.types ?? [], 0, code.types, 0, rest);
        };
        // In JavaScript `catch ($E)` is also `catch` alone.
        const bare = p.target?.kind === 'metavar' && code.target === null && scripts.has(this.names.language);
        const body = (): boolean => this.match(p.body, code.body, next);
        return types(() => (bare ? body() : matchRole(this, p.target ?? null, code.target, false, body)));
      }
      case 'class': {
        // A class of Kotlin whose constructor takes something is none without parentheses.
        if (this.names.language === 'kotlin' && isTaking(t as Shape<'class'>) && !isTaking(p)) return false;
        // Python's bases count in their order, of which the first ones will do; keywords stand anywhere.
        if (this.names.language !== 'python' || !p.supers || p.supers.length === 0)
          return matchSlots(this, p, t, slots.class, 0, next);
        const code = t as Shape<'class'>;
        const open: Node[] = isDots(p.supers.at(-1)!) ? [] : [{ kind: 'ellipsis', start: 0, end: 0, parent: null }];
        // With `...` all of them count in their order.
        if (p.supers.some(isDots))
          return matchList(this, [...p.supers, ...open], 0, code.supers, 0, () => matchSlots(this, p, t, baseless, 0, next));
        const positional = (nodes: readonly Node[]): Node[] => nodes.filter(({ kind }) => kind !== 'named');
        const keywords = (nodes: readonly Node[]): Node[] => nodes.filter(({ kind }) => kind === 'named');
        return matchList(this, [...positional(p.supers), ...open], 0, positional(code.supers), 0, () =>
          matchBag(this, keywords(p.supers!), keywords(code.supers), () => matchSlots(this, p, t, baseless, 0, next)),
        );
      }
      case 'index': {
        // Python's tuples of indexes are one index; a part of a list is no element.
        const { object, indices } = t as Shape<'index'>;
        const slices = (nodes: readonly Node[]): boolean => nodes.length === 1 && nodes[0]!.kind === 'slice';
        if (this.names.language !== 'python') return matchSlots(this, p, t, slots.index, 0, next);
        if (slices(indices) !== slices(p.indices ?? [])) return false;
        const [only, more] = p.indices ?? [];
        if (only?.kind === 'metavar' && !more && indices.length > 1)
          return this.match(p.object, object, () => this.bind(only.name, indices, next));
        return matchSlots(this, p, t, slots.index, 0, next);
      }
      case 'import':
        return matchImport(this, p, t as Shape<'import'>, next);
      case 'element': {
        const code = t as Shape<'element'>;
        if (this.names.language === 'html' && !p.children?.length && code.children.length > 0) return false;
        return matchRole(this, p.tag ?? null, code.tag, false, () =>
          matchBag(this, p.attrs ?? [], code.attrs, () => matchChildren(this, p.children ?? [], 0, code.children, 0, next)),
        );
      }
      case 'switch':
        // In JavaScript `switch (x) { ... }` fits nothing in the reference.
        return (
          !(scripts.has(this.names.language) && p.cases?.length === 1 && p.cases[0]!.kind === 'ellipsis') &&
          matchSlots(this, p, t, slots.switch, 0, next)
        );
      case 'with': {
        const code = t as Shape<'with'>;
        if (p.await && !code.await) return false;
        if (this.names.language !== 'python') return matchSlots(this, p, t, slots.with, 0, next);
        // `with a, b:` is `with a: with b:`, and `...` is one thing of any kind there.
        const nested = gathered(p as Shape<'with'>, Number.POSITIVE_INFINITY);
        const wanted = { ...nested, items: nested.items.map((item): Node => (isDots(item) ? anything : item)) };
        return code.items.some((_, from) => {
          const { items, body } = gathered({ ...code, items: code.items.slice(from) }, wanted.items.length);
          const left = items.slice(wanted.items.length);
          return matchList(this, wanted.items, 0, items.slice(0, wanted.items.length), 0, () =>
            left.length === 0
              ? this.match(wanted.body, body, next)
              : this.match(wanted.body, { ...body, kind: 'block', body: [{ ...code, items: left }] } as Shape<'block'>, next),
          );
        });
      }
      case 'try':
        if (this.names.language === 'ruby' && isOtherRescue(p as Shape<'try'>, t as Shape<'try'>, this.names.source))
          return false;
        return matchSlots(this, p, t, slots.try, 0, next);
      case 'throw':
        // `raise ...` of Python raises something.
        if (p.value?.kind === 'ellipsis' && (t as Shape<'throw'>).value === null) return false;
        return matchSlots(this, p, t, slots.throw, 0, next);
      case 'assert': {
        // A condition and a message are a list like arguments.
        const code = t as Shape<'assert'>;
        const parts = (test: Node, message: Node | null): Node[] => (message ? [test, message] : [test]);
        return matchList(this, parts(p.test!, p.message ?? null), 0, parts(code.test, code.message), 0, next);
      }
      case 'yield':
        return (
          (this.names.language !== 'python' || p.delegate === (t as Shape<'yield'>).delegate) &&
          matchSlots(this, p, t, slots.yield, 0, next)
        );
      case 'while':
      case 'dowhile':
      case 'for':
      case 'foreach': {
        // To the reference `for await` of JavaScript is any `for`.
        if (
          p.kind === 'foreach' &&
          p.await &&
          !(t as Shape<'foreach'>).await &&
          (this.names.wide || !scripts.has(this.names.language))
        )
          return false;
        if (!inBraces(this, p.body, (t as Shape<'while'>).body)) return false;
        // In the reference `in` fits the loops of JavaScript with `of`, too, but not the other way round.
        const code = t as Shape<'foreach'>;
        if (p.kind === 'for') {
          // `...` in a place of its head asks for something there.
          const loop = t as Shape<'for'>;
          const empty = (wanted: readonly Node[] | undefined, there: readonly Node[]): boolean =>
            wanted?.length === 1 && wanted[0]!.kind === 'ellipsis' && there.length === 0;
          if (empty(p.init, loop.init) || empty(p.update, loop.update) || (p.test?.kind === 'ellipsis' && !loop.test))
            return false;
        }
        if (p.kind === 'foreach' && p.keyword === 'in' && code.keyword === 'of') {
          // What a loop with `of` goes through is another thing than what stands there.
          const { iter } = code;
          const through: Node = {
            kind: 'other',
            type: 'of',
            text: '',
            kids: [iter],
            start: iter.start,
            end: iter.end,
            parent: t,
          };
          return matchSlots(this, p, { ...code, iter: through }, slotsOfLoop, 0, next);
        }
        return matchSlots(this, p, t, slots[p.kind], 0, next);
      }
      case 'namespace':
        // A module of any name is none for the reference.
        if (this.names.language === 'rust' && p.name?.kind === 'metavar' && !this.names.wide) return false;
        return matchSlots(this, p, t, slots[p.kind], 0, next);
      default:
        return matchSlots(this, p, t, slots[p.kind], 0, next);
    }
  }

  // ---- lists

  // ---- expressions

  // ---- statements
}

/** In the reference `{ a }: T` and `{ a } = b` are no `{ a }` where they are parameters, nor `$X: T` or `@D() $X`. */
function isSamePart(p: Shape<'param'>, t: Shape<'param'>, { language, wide }: Names): boolean {
  if (wide || !scripts.has(language) || (t.target.kind !== 'object' && t.target.kind !== 'array')) return true;
  if (p.target?.kind === 'metavar') return p.type == null && (p.decorators ?? []).length === 0;
  return (
    p.target?.kind !== t.target.kind || ((p.type == null) === (t.type === null) && (p.default == null) === (t.default === null))
  );
}

/** A cast through which patterns see: not TypeScript's `x!`, nor `(<T>x).m`, unless the rule is wide. */
const isThin = (node: Shape<'cast'>, { language, source, wide }: Names): boolean =>
  wide ||
  language === 'java' ||
  (language === 'typescript' && node.type !== null && (source[node.start] !== '<' || node.parent?.kind !== 'member'));

const holdsMetavariable = (tag: Node): boolean =>
  tag.kind === 'member' ? tag.property.kind === 'metavar' || holdsMetavariable(tag.object) : tag.kind === 'metavar';

/** What an enumeration of TypeScript names is set nowhere, to the reference. */
const isConstantOfEnum = ({ parent }: Node, { language }: Names): boolean =>
  language === 'typescript' && parent?.kind === 'class' && parent.keyword === 'enum';

/** The metavariable that is all of a body. */
function bodyMetavariable(p: Shape<'block'>): string | null {
  const [only] = p.body ?? [];
  return p.body?.length === 1 && only?.kind === 'exprstmt' && only.expr.kind === 'metavar' ? only.expr.name : null;
}

/** The name of a keyword argument, as a node. */
const labelOf = (node: Shape<'named'>): Node => ({
  kind: 'name',
  name: node.name,
  start: node.start,
  end: node.start + node.name.length,
  parent: node,
});

const anything: Node = { kind: 'metavar', name: '$_', start: 0, end: 0, parent: null };

/** Python's `with a: with b:` as `with a, b:`, as far as so many items are asked for. */
function gathered(node: Shape<'with'>, wanted: number): Shape<'with'> {
  const [only, more] = node.body.kind === 'block' ? (node.body.body ?? []) : [];
  if (node.items.length >= wanted || more || only?.kind !== 'with' || only.await !== node.await) return node;
  const inner = gathered(only, wanted - node.items.length);
  return { ...node, items: [...node.items, ...inner.items], body: inner.body };
}

export const isDefaultExport = (node: Node): node is Shape<'other'> => node.kind === 'other' && node.type === 'export_default';

/** What takes a value apart. */
const patterns: ReadonlySet<Kind> = new Set(['object', 'array']);
const typeArgs = slots.call.filter(([role]) => role === 'typeArgs');
const unmodified = slots.func.filter(([role]) => role !== 'modifiers' && role !== 'body');
const nameless = slots.func.filter(([role]) => role !== 'name' && role !== 'body');
const typelessNew = slots.new.filter(([role]) => role !== 'typeArgs');
const baseless = slots.class.filter(([role]) => role !== 'supers');
const slotsOfLoop = slots.foreach.filter(([role]) => role !== 'keyword');
const keywordless = slots.vardef.filter(([role]) => role !== 'keyword');

/** A function that stands as a statement or a member, not as an expression. */
export const isDeclared = (node: Shape<'func'>): boolean =>
  node.name !== null && !node.arrow && node.parent !== null && declaring.has(node.parent.kind);

const declaring: ReadonlySet<Kind> = new Set(['program', 'block', 'class', 'object', 'namespace', 'case', 'other']);

const wordOf = (node: Node): Node =>
  node.kind === 'name' ? { kind: 'string', value: node.name, start: node.start, end: node.end, parent: node.parent } : node;

/** `a = b = 1` of Python as the reference reads it: `(a, b) = 1`. */
function unchained(node: Shape<'assign'>): Shape<'assign'> {
  if (node.value.kind !== 'assign') return node;
  const targets: Node[] = [];
  let value: Node = node;
  for (; value.kind === 'assign'; value = value.value) targets.push(value.target);
  const target: Node = { ...node.target, kind: 'array', bracket: '(', elements: targets } as Node;
  return { ...node, target, value };
}

/** `a, b = 1, 2`, which is several assignments to the reference. */
const isParallel = ({ target, value }: Shape<'assign'>): boolean =>
  target.kind === 'array' &&
  value.kind === 'array' &&
  target.bracket === '(' &&
  value.bracket === '(' &&
  target.elements.length === value.elements.length;

function assignsOf(node: Shape<'assign'>): Shape<'assign'>[] {
  if (node.target.kind !== 'array' || node.value.kind !== 'array') return [node];
  const values = node.value.elements;
  return node.target.elements.map((target, at) => ({ ...node, target, value: values[at]! }));
}

/** `Base()` behind the colon of Kotlin, which is a class and what its constructor takes. */
const isMadeBase = ({ names }: Matching, node: Node): boolean =>
  node.kind === 'call' && node.parent?.kind === 'class' && names.language === 'kotlin' && node.parent.supers.includes(node);

const isTaking = ({ typeParams }: { typeParams?: readonly Node[] }): boolean =>
  typeParams?.some((one) => one.kind === 'other' && one.type === 'class_parameters') === true;

/** Go's results without their names. */
function unnamedResults(returns: Node | null): Node | null {
  if (returns?.kind !== 'array' || returns.elements.length === 0) return returns;
  const types = returns.elements.map((element) => (element.kind === 'param' ? element.type : isDots(element) ? element : null));
  if (!types.every((type) => type !== null)) return returns;
  const [only] = types;
  return types.length === 1 ? only! : { ...returns, elements: types };
}

/** Of the first `count` statements the one that ends last: nested ones end before the one that holds them. */
function furthest(statements: readonly Node[], count: number): Node {
  let last = statements[0]!;
  for (let i = 1; i < count; i++) if (statements[i]!.end > last.end) last = statements[i]!;
  return last;
}

/** What stands where `node` does and only an ellipsis matches. */
const unmatchable = ({ start, end, parent }: Node): Node => ({ kind: 'error', kids: [], start, end, parent });
