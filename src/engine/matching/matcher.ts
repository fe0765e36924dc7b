/**
 * The matcher: a pattern tree against a code tree, written once for all languages over the slot table.
 *
 * Every way to match is tried: `match` calls its continuation `next` for each and goes on while that returns false. The
 * bindings are those of the moment `next` is called; whoever wants to keep them copies them.
 */

import type { RuleOptions } from '../../model/rule.ts';
import { type Kind, type Node, type Shape, slots } from '../../model/tree.ts';
import { DECORATOR, IMPORTS, TRY_PART, VARIABLE } from '../../rules/placeholder.ts';
import { isHeredoc } from '../constants.ts';
import { isDeclaredName } from '../declaration.ts';
import { equalBound, isNode } from '../equal.ts';
import type { Names } from '../names.ts';
import { isResult } from '../position.ts';
import { flattenedFrom } from '../statements.ts';
import { typeOf } from '../typing.ts';
import { choicesOf } from './choice.ts';
import { defaultOf, isDefaultExport, matchDefault } from './default-export.ts';
import { isThin, safeAccess, scripts, strictBodies, wideBodies } from './dialect.ts';
import { literalBehind, undisguised } from './disguise.ts';
import {
  classItself,
  isExpansion,
  isSameConstant,
  isSeveral,
  isTemplate,
  literalHeld,
  matchBinary,
  matchChain,
  matchDeep,
  matchKey,
  matchRegex,
  matchString,
  matchType,
  sameCaseless,
} from './expressions.ts';
import { matchAllRequired, matchImported, matchImports, matchReexport, matchRequired, sameImport } from './imports.ts';
import { matchKind } from './kinds.ts';
import {
  isNamed,
  matchArgs,
  matchDecorators,
  matchList,
  matchRestOfRun,
  matchRole,
  matchRun,
  matchSlots,
  matchStatements,
} from './lists.ts';
import {
  type Bindings,
  type Bound,
  contentNode,
  expanded,
  isConstantOf,
  isDots,
  isMetavariable,
  isNamedValue,
  type Matching,
  type Next,
  sameUse,
  variableIn,
} from './matching.ts';
import {
  bodyFor,
  isInitialiser,
  isSymbol,
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
  sought: Node | null = null;
  /** True once a search ran out of work units; the result may be incomplete. */
  exhausted = false;

  constructor(
    readonly names: Names,
    private readonly options: RuleOptions,
  ) {}

  /** Calls `found` for each way in which `pattern` matches `node`, starting from `given`; stops when it returns true. */
  find(pattern: Node, node: Node, given: Bindings | null, found: (bindings: Map<string, Bound>) => boolean): boolean {
    this.start(given);
    this.sought = pattern;
    if (pattern.kind === 'template') apart.add(pattern);
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
    this.sought = null;
    const [head] = pattern;
    const begin = statements[from];
    // To the reference `int a, b` of C# is a block of its own.
    if (this.names.language === 'csharp' && !this.names.wide && pattern.length > 1 && begin?.kind === 'vardef')
      if (statements[from - 1]?.start === begin.start || statements[from + 1]?.start === begin.start) return false;
    // The statements are only flattened, which builds them all, where the first one fits.
    if (head && begin && !isDots(head) && !this.match(head, begin, () => true)) return false;
    this.start(given);
    const { list, at } = !pattern.some(isDots)
      ? { list: statements.slice(from, from + pattern.length), at: 0 }
      : this.option('go_deeper_stmt', true)
        ? flattenedFrom(statements, from, this.names)
        : { list: statements, at: from };
    const ending = pattern.at(-1);
    if (everyEnd && ending && isDots(ending))
      return matchRun(this, pattern.slice(0, -1), 0, list, at, true, (from) => {
        let before: Node | null = null;
        for (let end = Math.max(from, at + 1); end <= list.length; end++) {
          const last = furthest(list, at, end);
          // A nested statement ends before the one that holds it.
          if (last === before) continue;
          before = last;
          if (matchRestOfRun(this, ending, list.slice(from, end), () => found(new Map(this.env), last))) return true;
        }
        return false;
      });
    return matchRun(this, pattern, 0, list, at, true, (end) => end > at && found(new Map(this.env), furthest(list, at, end)));
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
    if (this.tests?.get(name)?.(bound) === false) return false;
    this.env.set(name, bound);
    const done = next();
    this.env.delete(name);
    return done;
  }

  isBound(name: string): boolean {
    return this.env.has(name);
  }

  /** By metavariable, what its code must pass; null for anything. */
  tests: ReadonlyMap<string, (bound: Bound) => boolean> | null = null;

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
    if (this.names.language === 'bash' && !this.names.wide)
      return this.node(expanded(p, null), expanded(t, this.names.source), next);
    return this.node(p, t, next);
  }

  private node(p: Node, t: Node, next: Next): boolean {
    switch (p.kind) {
      case 'other':
        // Several things that one statement imports.
        if (p.type === IMPORTS) {
          if (t.kind === 'vardef' && scripts.has(this.names.language)) return matchAllRequired(this, p.kids, 0, t, next);
          return t.kind === 'import' && matchImports(this, p.kids, t, next);
        }
        // In JavaScript a decorator alone fits nothing in the reference.
        if (p.type === DECORATOR) return this.names.language === 'python' && matchDecorators(this, p.kids, [t], next);
        if (p.type === TRY_PART) return isPartOfTry(t, p.text) && this.match(p.kids[0]!, t, next);
        // A channel's type in a pattern fits nothing in the reference.
        if (p.type === 'channel_type') return false;
        if (p.type === 'regex' && t.kind === 'other' && t.type === 'regex' && !this.names.wide && isOneHole(p)) {
          const [text] = t.kids;
          if (text?.kind !== 'template' || text.parts.length > 1) return false;
        }
        if (p.type === 'debugger_statement') return t.kind === 'other' && t.type === p.type && next();
        break;
      case 'metavar':
        if (isNamed(this, t) || isMadeBase(this, t) || !this.isSameUse(p.name, t)) return false;
        if (t.kind === 'other' && t.type === 'wildcard' && !this.names.wide) return false;
        if (this.bind(p.name, t.kind === 'exprstmt' ? t.expr : this.bare(t), next)) return true;
        if (t.kind !== 'name' || p === this.sought || this.names.wide) return false;
        return this.option('symbolic_propagation', false) && isSymbol(t, this.names) && matchSymbolic(this, p, t, next);
      case 'unary':
        // HCL converts between texts and numbers as needed.
        if (t.kind === 'string' && this.names.language === 'hcl' && p.op === '-' && p.operand.kind === 'number')
          return t.value === `-${p.operand.value}` && next();
        break;
      case 'ellipsis':
        return next();
      case 'metaellipsis':
        return this.bind(p.name, [t], next);
      case 'deep':
        if (p.expr.kind === 'template') apart.add(p.expr);
        return t.kind !== 'named' && matchDeep(this, p.expr, t, next);
      case 'typed': {
        if (p.type.kind === 'name' && p.type.name === VARIABLE)
          return isExpansion(this, t) && this.bind(p.name, variableIn(t), next);
        // Of `x` in `x?.y` the reference knows no type.
        if (this.names.language === 'csharp' && !this.names.wide && t.parent?.kind === 'member' && t.parent.optional)
          return false;
        const type = typeOf(t, this.names) ?? classItself(this.names, p.type, t);
        // Of a variable or field whose type is not known, `$T` asks nothing.
        if (type === null && p.type.kind === 'metavar' && (t.kind === 'name' || t.kind === 'member'))
          return this.bind(p.name, t, next);
        // Of more than a variable, Java's types have the arguments that they are written with.
        const applied = type?.kind === 'generic' && p.type.kind === 'name' && t.kind !== 'name' && this.names.language === 'java';
        if (type !== null && (!applied || this.names.wide))
          if (matchType(this, p.type, type, () => this.bind(p.name, t, next))) return true;
        return t.kind === 'cast' && !this.names.wide && isThin(t, this.names) && this.match(p, t.value, next);
      }
      case 'string':
        return matchString(this, p, t, next);
      case 'number':
      case 'bool':
        if (t.kind === 'cast' && isThin(t, this.names)) return this.match(p, t.value, next);
        return isSameConstant(this, p, t) && next();
      case 'name':
        if (t.kind === 'name' && p.absolute !== t.absolute && !this.names.wide) return false;
        if (t.kind === 'name' && (t.name === p.name || sameCaseless(this, p.name, t.name))) return next();
        if (p.name === 'undefined' && literalHeld(this, t)?.kind === 'name') return next();
        break;
      case 'null':
        if (literalHeld(this, t)?.kind === 'null') return next();
        break;
      case 'exprstmt':
        return matchStatement(this, p, t, next);
      case 'member':
        if (p.property.kind === 'ellipsis') return matchChain(this, p.object, t, next);
        // In JavaScript `a?.b` is a part of another thing than `a`.
        if (t.kind === 'member' && t.optional && !p.optional && !this.names.wide && scripts.has(this.names.language))
          if (!isAnyObject(p.object)) return false;
        if (p.optional && t.kind === 'member' && !t.optional && safeAccess.has(this.names.language)) return false;
        if (!p.optional && t.kind === 'member' && t.optional && this.names.language === 'kotlin') return false;
        break;
      case 'vardef':
        // `out var x` of C# is also `out x`.
        if (
          this.names.language === 'csharp' &&
          t.kind !== 'vardef' &&
          t.parent?.kind === 'call' &&
          p.value == null &&
          p.type == null
        )
          return t.parent.args.includes(t) && matchRole(this, p.target ?? null, t, false, next);
        if (p.target?.kind === 'metavar' && p.value && p.type == null && t.kind !== 'vardef') {
          const exported = this.exported(t);
          const constant =
            p.keyword === 'const' ||
            p.keyword === '' ||
            (p.keyword === 'var' && !this.names.wide && this.option('let_is_var', true));
          if (exported) return constant && matchDefault(this, p.target, p.value, exported, next);
        }
        break;
      case 'assign':
        if (p.op === '=' && p.target.kind === 'metavar' && t.kind !== 'assign') {
          const exported = this.exported(t);
          if (exported) return matchDefault(this, p.target, p.value, exported, next);
        }
        if (t.kind === 'assign' && p.op === '=' && this.names.language === 'python') {
          // `a = b = 1` is one assignment.
          if (t.parent?.kind === 'assign') return false;
          const [pattern, code] = [unchained(p), unchained(t)];
          if (pattern !== p || code !== t) return this.same(pattern, code, next);
          if (p.target.kind !== 'array' && isParallel(t)) return assignsOf(t).some((one) => this.match(p, one, next));
        }
        if (t.kind === 'assign' && p.op === '=' && this.names.language === 'ruby' && !this.names.wide)
          if (p.target.kind !== 'array' && isParallel(t) && assignsOf(t).some((one) => this.match(p, one, next))) return true;
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
        ) {
          const body = bodyFor(this, p.body, t.body);
          return body !== null && this.match(p.body, body, next);
        }
        break;
      case 'block': {
        // In Python and C# a body of one metavariable stands for any body.
        // In Ruby one of a method does, but not one of `do … end`.
        const lambda = this.names.language === 'ruby' && t.parent?.kind === 'func' && t.parent.arrow;
        if (wideBodies.has(this.names.language) && !lambda && t.kind === 'block' && t.body.length > 1) {
          const body = bodyMetavariable(p);
          if (body) return this.bind(body, t.body, next);
        }
        // `{ ... f() }` asks for braces, `{ f() }` does not.
        if (t.parent?.kind === 'if' && (p.body?.length ?? 0) > 1 && p.body?.some(isDots) && !bodyFor(this, p, t)) return false;
        if (t.kind === 'block' || t.kind === 'program') return matchStatements(this, p.body ?? [], t.body, false, next);
        // `else { … }` also stands for `else if`.
        return t.kind === 'if' && t.parent?.kind === 'if' && matchStatements(this, p.body ?? [], [t], false, next);
      }
      case 'call':
        // Ruby's `x[1]` calls a method of that name.
        if (t.kind === 'index' && this.names.language === 'ruby' && p.callee.kind === 'member' && !this.names.wide)
          return this.matchElement(p.callee, t, () => matchArgs(this, p.args ?? [], t.indices, next));
        break;
      case 'return':
        // `return@f` of Kotlin leaves another function.
        if (t.kind === 'return' && this.names.language === 'kotlin' && this.names.source[t.start + 6] === '@' && !this.names.wide)
          return false;
        // Nor does `yield break` of C# leave anything but an iterator.
        if (t.kind === 'return' && this.names.language === 'csharp' && this.names.source[t.start] === 'y' && !this.names.wide)
          return false;
        if (
          t.kind === 'if' &&
          this.names.language === 'kotlin' &&
          t.parent?.kind === 'func' &&
          t.parent.body === t &&
          !this.names.wide
        )
          return matchRole(this, p.value ?? null, t, false, next);
        // The body of `x => e` is what the function returns.
        if (
          t.parent?.kind === 'func' &&
          t.parent.body === t &&
          t.kind !== 'block' &&
          !strictBodies.has(this.names.language) &&
          (this.names.language !== 'java' || this.names.wide)
        )
          return matchRole(this, p.value ?? null, t, false, next);
        if (t.kind === 'exprstmt' && this.option('implicit_return', true) && isResult(t, this.names))
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
        // Several literals of Python side by side are no template to the reference, but each of them may be one.
        if (this.names.language === 'python' && !this.names.wide && !apart.has(p) && isSeveral(this.names.source, t))
          return false;
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
          if (!this.names.wide && isNamedValue(t.value)) return false;
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
          if (!this.names.wide && isNamedValue(t.value)) return false;
          // A field that holds a function is a method, `static` like the field.
          const value = this.names.wide ? t.value : { ...t.value, modifiers: [...t.modifiers, ...t.value.modifiers] };
          return this.match(p.name, t.target, () =>
            matchSlots(this, p, value, nameless, 0, () => matchFuncBody(this, p, value as Shape<'func'>, next)),
          );
        }
        break;
      case 'throw':
        // `a ?? throw e` of C#
        if (isThrown(t)) return matchRole(this, p.value ?? null, t.kids[0] ?? null, false, next);
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
    const bare = this.names.wide || this.names.language !== 'rust' || t.parent?.kind !== 'member';
    if (t.kind === 'generic' && bare && (p.kind === 'name' || p.kind === 'member') && this.match(p, t.base, next)) return true;
    if (t.kind === 'name' && this.option('symbolic_propagation', false) && matchSymbolic(this, p, t, next)) return true;
    if (t.kind === 'cast' && !this.names.wide && isThin(t, this.names) && this.match(p, t.value, next)) return true;
    if (matchImported(this, p, t, next)) return true;
    if (this.names.wide && t.kind === 'name' && (p.kind === 'array' || p.kind === 'object')) {
      const literal = literalBehind(t, p.kind, this.names);
      return literal !== null && this.match(p, literal, next);
    }
    if (!this.names.wide) return false;
    if ((p.kind === 'name' || p.kind === 'member') && choicesOf(t, this.names).some((one) => this.match(p, one, next)))
      return true;
    const plain = undisguised(t, this.names);
    return plain !== null && this.match(p, plain, next);
  }

  private matchElement(p: Shape<'member'>, t: Shape<'index'>, next: Next): boolean {
    if (p.property.kind !== 'metavar') return false;
    const method: Node = { kind: 'name', name: '[', start: t.object.end, end: t.object.end + 1, parent: t };
    return this.match(p.object, t.object, () => this.match(p.property, method, next));
  }

  private exported(t: Node): Node | null {
    return this.names.wide && !isDefaultExport(t) ? null : defaultOf(t);
  }

  /** Both nodes are of one kind. */
  same(p: Node, t: Node, next: Next): boolean {
    return matchKind(this, p, t, next);
  }
}

/** Patterns that stand for any part of the code, not for the one in a certain place. */
const apart = new WeakSet<Node>();

/** `$X` and `$X. ...`, which also stand for `a?`. */
const isAnyObject = (object: Node): boolean =>
  object.kind === 'metavar' || object.kind === 'ellipsis' || (object.kind === 'member' && object.property.kind === 'ellipsis');

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

/** `/#{...}/` of Ruby, which is made of one expression alone. */
function isOneHole({ kids: [template] }: Shape<'other'>): boolean {
  return template?.kind === 'template' && template.parts.length === 1 && isDots(template.parts[0]!);
}

/** A `throw` that stands where a value does. */
export const isThrown = (node: Node): node is Shape<'other'> => node.kind === 'other' && node.type === 'throw_expression';

const nameless = slots.func.filter(([role]) => role !== 'name' && role !== 'body');

/** A function that stands as a statement or a member, not as an expression. */
export const isDeclared = (node: Shape<'func'>): boolean =>
  node.name !== null && !node.arrow && node.parent !== null && declaring.has(node.parent.kind);

const declaring: ReadonlySet<Kind> = new Set(['program', 'block', 'class', 'object', 'namespace', 'case', 'other']);

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

/** Of the statements from `from` to `end` the one that ends last: nested ones end before the one that holds them. */
function furthest(statements: readonly Node[], from: number, end: number): Node {
  let last = statements[from]!;
  for (let i = from + 1; i < end; i++) if (statements[i]!.end > last.end) last = statements[i]!;
  return last;
}

const isPartOfTry = (t: Node, part: string): boolean =>
  t.parent?.kind === 'try' && (part === 'finally' ? t.parent.finally : t.parent.body) === t;
