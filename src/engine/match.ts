/**
 * The matcher: a pattern tree against a code tree, written once for all languages over the slot table.
 *
 * Every way to match is tried: `match` calls its continuation `next` for each and goes on while that returns false. The
 * bindings are those of the moment `next` is called; whoever wants to keep them copies them.
 */
import type { LanguageId } from '../model/language.ts';
import type { RuleOptions } from '../model/rule.ts';
import { childrenOf, type Kind, type Node, type Shape, slots } from '../model/tree.ts';
import { IMPORTS, VARIABLE } from '../rules/placeholder.ts';
import { type Constant, constantOf, isHeredoc } from './constants.ts';
import { equalBound, equalNodes, isNode } from './equal.ts';
import type { Names } from './names.ts';
import { isExpression, isResult } from './position.ts';
import { flattened, partsOfStatement } from './statements.ts';
import { typeOf } from './typing.ts';

/** What a metavariable stands for: a node, a run of arguments or statements, or a text (from a regex). */
export type Bound = Node | readonly Node[] | string;
export type Bindings = ReadonlyMap<string, Bound>;
type Next = () => boolean;

/** Work units after which one search gives up on a node; guards against patterns that explode. */
const BUDGET = 200_000;

export class Matcher {
  private readonly env = new Map<string, Bound>();
  /** Metavariables that other parts of the rule have bound and that this pattern has not met yet. */
  private readonly given = new Set<string>();
  private budget = BUDGET;
  /** True once a search ran out of work units; the result may be incomplete. */
  exhausted = false;

  constructor(
    private readonly names: Names,
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
      return this.run(pattern.slice(0, -1), 0, list, 0, true, (from) => {
        let before: Node | null = null;
        for (let end = Math.max(from, 1); end <= list.length; end++) {
          const last = furthest(list, end);
          // A nested statement ends before the one that holds it.
          if (last === before) continue;
          before = last;
          if (this.take(ending, list.slice(from, end), () => found(new Map(this.env), last))) return true;
        }
        return false;
      });
    return this.run(pattern, 0, list, 0, true, (end) => end > 0 && found(new Map(this.env), furthest(list, end)));
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

  private option(name: string, otherwise: boolean): boolean {
    const value = this.options[name];
    return typeof value === 'boolean' ? value : otherwise;
  }

  private bind(name: string, bound: Bound, next: Next): boolean {
    if (name === '$_') return next();
    const before = this.env.get(name);
    if (before !== undefined) {
      if (!equalBound(before, bound))
        return (isConstantOf(before, bound, this.names) || this.sameImport(before, bound)) && next();
      if (!this.given.delete(name)) return next();
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

  /** `cp` after `const cp = require("m")` is the `m` that another name was taken from. */
  private sameImport(a: Bound, b: Bound): boolean {
    if (this.names.language === 'python') return false;
    if (!isNode(a) || !isNode(b) || (!importedTexts.has(a) && !importedTexts.has(b))) return false;
    // A default export is not the module.
    if ([a, b].some((node) => node.kind === 'name' && this.isNamedImport(node))) return false;
    const text = (node: Node): string | undefined =>
      importedTexts.get(node) ?? importedTexts.get(qualified(node, this.names) ?? node);
    return text(a) !== undefined && text(a) === text(b);
  }

  /** A shell's variable where it is used, perhaps with a value to fall back on. */
  private isExpansion(t: Node): boolean {
    const { source } = this.names;
    if (t.kind === 'name') return source[t.start - 1] === '$' || source.startsWith('${', t.start - 2);
    return t.kind === 'binary' && source.startsWith('${', t.start);
  }

  /** In Java and C# `T.m()` is asked of something of the type `T`. */
  private classItself(type: Node, t: Node): Node | null {
    if (!qualifiedTypes.has(this.names.language) || type.kind !== 'name') return null;
    if (t.kind === 'name') return t.name === type.name ? type : null;
    return t.kind === 'member' && t.property.kind === 'name' && t.property.name === type.name ? type : null;
  }

  private isNamedImport(name: Shape<'name'>): boolean {
    if (importedTexts.has(name)) return false;
    const node = this.names.importOf(name.name);
    return node?.kind === 'import' && node.form === 'name';
  }

  private match(p: Node, t: Node, next: Next): boolean {
    if (--this.budget < 0) {
      this.exhausted = true;
      return false;
    }
    switch (p.kind) {
      case 'other':
        // Several things that one statement imports.
        if (p.type === IMPORTS) return t.kind === 'import' && this.imports(p.kids, t, next);
        if (p.type === 'debugger_statement') return t.kind === 'other' && t.type === p.type && next();
        break;
      case 'metavar':
        return !this.isNamed(t) && this.bind(p.name, t.kind === 'exprstmt' ? t.expr : t, next);
      case 'ellipsis':
        return next();
      case 'metaellipsis':
        return this.bind(p.name, [t], next);
      case 'deep':
        return t.kind !== 'named' && this.deep(p.expr, t, next);
      case 'typed': {
        if (p.type.kind === 'name' && p.type.name === VARIABLE) return this.isExpansion(t) && this.bind(p.name, t, next);
        const type = typeOf(t, this.names) ?? this.classItself(p.type, t);
        return type !== null && this.type(p.type, type, () => this.bind(p.name, t, next));
      }
      case 'string':
        return this.string(p, t, next);
      case 'number':
      case 'bool':
        return this.constant(p, t) && next();
      case 'name':
        if (t.kind === 'name' && (t.name === p.name || this.sameCaseless(p.name, t.name))) return next();
        break;
      case 'exprstmt':
        return this.statement(p, t, next);
      case 'member':
        if (p.property.kind === 'ellipsis') return this.chain(p.object, t, next);
        if (p.optional && t.kind === 'member' && !t.optional && safeAccess.has(this.names.language)) return false;
        if (!p.optional && t.kind === 'member' && t.optional && this.names.language === 'kotlin') return false;
        break;
      case 'assign':
        if (t.kind === 'assign' && p.op !== t.op && scripts.has(this.names.language)) return this.compound(p, t, next);
        if (t.kind === 'vardef' && p.op === '=' && this.names.language !== 'csharp' && this.option('vardef_assign', true))
          return this.asAssign(p, t, next);
        // `new T { A = 1 }`
        if (t.kind === 'pair' && p.op === '=' && isInitialiser(t))
          return this.match(p.target, t.key, () => this.match(p.value, t.value, next));
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
          (t.kind === 'for' || t.kind === 'foreach' || (t.kind === 'while' && this.names.language === 'go'))
        )
          return this.inBraces(p.body, t.body) && this.match(p.body, t.body, next);
        break;
      case 'block':
        // In Python and C# a body of one metavariable stands for any body.
        if (wideBodies.has(this.names.language) && t.kind === 'block' && t.body.length > 1) {
          const body = bodyMetavariable(p);
          if (body) return this.bind(body, t.body, next);
        }
        // `{ ... f() }` asks for braces, `{ f() }` does not.
        if (t.parent?.kind === 'if' && (p.body?.length ?? 0) > 1 && p.body?.some(isDots) && !this.inBraces(p, t)) return false;
        if (t.kind === 'block' || t.kind === 'program') return this.statements(p.body ?? [], t.body, false, next);
        // `else { … }` also stands for `else if`.
        return t.kind === 'if' && t.parent?.kind === 'if' && this.statements(p.body ?? [], [t], false, next);
      case 'return':
        // The body of `x => e` is what the function returns.
        if (t.parent?.kind === 'func' && t.parent.body === t && t.kind !== 'block' && !strictBodies.has(this.names.language))
          return this.role(p.value ?? null, t, false, next);
        if (t.kind === 'exprstmt' && this.option('implicit_return', true) && isResult(t, this.names.language, this.names.source))
          return p.value != null && this.match(p.value, t.expr, next);
        break;
      case 'index':
        // `Optional[...]` of a type.
        if (t.kind === 'generic' && this.names.language === 'python')
          return this.match(p.object, t.base, () => this.list(p.indices ?? [], 0, t.args, 0, next));
        break;
      case 'symbol':
        if (t.kind === 'symbol' && isMetavariable(p.value))
          return this.bind(p.value, contentNode(t, t.value, this.names.source), next);
        break;
      case 'regex':
        return this.regex(p, t, next);
      case 'template':
        if (isHeredoc(t, this.names)) return p.parts?.length === 1 && p.parts[0]!.kind === 'ellipsis' && next();
        // A template of nothing but `...` is any, also one in which nothing is interpolated.
        if (t.kind === 'string') return p.parts?.length === 1 && p.parts[0]!.kind === 'ellipsis' && this.isTemplate(t) && next();
        break;
      case 'array':
        // Python's `{...}` is a set or a dictionary.
        if (p.bracket === '{' && t.kind === 'object' && p.elements?.length === 1 && p.elements[0]!.kind === 'ellipsis')
          return next();
        break;
      case 'pair':
        if (t.kind === 'func' && t.name && p.value?.kind === 'func' && p.value.name == null && scripts.has(this.names.language)) {
          // `{ m() {} }` is `{ m: function () {} }`.
          const { value } = p;
          return this.key(p.key, t.name, () => this.slots(value, t, nameless, 0, () => this.funcBody(value, t, next)));
        }
        break;
      case 'func':
        if (t.kind === 'pair' && p.name != null && t.value.kind === 'func') {
          // `{ m: function () {} }` is `{ m() {} }`.
          const { value } = t;
          return this.key(p.name, t.key, () =>
            this.slots(p, value, nameless, 0, () => this.funcBody(p, value as Shape<'func'>, next)),
          );
        }
        // `function ... (…)` is a function of any name or none.
        if (t.kind === 'func' && p.name == null && isDeclared(t)) return false;
        if (t.kind === 'vardef' && p.name != null && t.parent?.kind === 'class' && t.value?.kind === 'func') {
          // A field that holds a function is a method.
          const { value } = t;
          return this.match(p.name, t.target, () =>
            this.slots(p, value, nameless, 0, () => this.funcBody(p, value as Shape<'func'>, next)),
          );
        }
        break;
      case 'import':
        if (t.kind === 'vardef' && scripts.has(this.names.language)) return this.required(p, t, next);
        break;
      default:
    }
    if (p.kind === t.kind) {
      const done = this.same(p, t, next);
      if (done) return true;
    }
    // A type without arguments is also one with them, and in Java a cast changes nothing that is asked for.
    if (t.kind === 'generic' && (p.kind === 'name' || p.kind === 'member') && this.match(p, t.base, next)) return true;
    if (t.kind === 'name' && this.option('symbolic_propagation', false) && this.symbolic(p, t, next)) return true;
    if (t.kind === 'cast' && this.names.language === 'java' && this.match(p, t.value, next)) return true;
    return this.imported(p, t, next);
  }

  /** Functions and classes of PHP may be written in any case. */
  private sameCaseless(p: string, t: string): boolean {
    return this.names.language === 'php' && p.length === t.length && !p.startsWith('$') && p.toLowerCase() === t.toLowerCase();
  }

  /** The value that a variable is given, when it is given only one. */
  private symbolic(p: Node, t: Shape<'name'>, next: Next): boolean {
    const [only, more] = this.names.bindings(t);
    const inClass = this.names.language === 'java' && only?.scope.kind === 'class';
    const single = only && !more && only.node !== t && only.kind === 'variable' && !inClass ? only.value : null;
    const value = single ?? (more && !inClass ? this.setBefore(t) : null);
    return value !== null && p.kind !== 'name' && this.match(p, value, next);
  }

  /** What the last assignment before a use gives a variable, where it runs on every way there. */
  private setBefore(t: Shape<'name'>): Node | null {
    const before = this.names.bindings(t).filter(({ node }) => node.start < t.start);
    const last = before.reduce((a, b) => (b.node.start > a.node.start ? b : a), before[0]!);
    if (!last?.value || last.kind !== 'variable') return null;
    let block: Node | null = last.node;
    while (block && block.kind !== 'block' && block.kind !== 'program') block = block.parent;
    return block && block.start <= t.start && t.end <= block.end && last.value.end <= t.start ? last.value : null;
  }

  /** A name that was imported is also what it was imported as: `s` is `os.system`. */
  private imported(p: Node, t: Node, next: Next): boolean {
    if (p.kind !== 'name' && p.kind !== 'member') return false;
    const full = qualified(t, this.names);
    if (full !== null) return full.kind === p.kind && this.same(p, full, next);
    return p.kind === 'member' && t.kind === 'name' && this.wildcard(p, t, next);
  }

  /** A name that the file does not bind may come from any import of everything. */
  private wildcard(p: Shape<'member'>, t: Shape<'name'>, next: Next): boolean {
    const { names } = this;
    if (p.property.kind !== 'name' || p.property.name !== t.name || p.object.kind === 'metavar') return false;
    const paths = names.wildcards();
    return (
      paths.length > 0 &&
      names.bindings(t).length === 0 &&
      paths.some((path) => this.same(p, pathNode([...path, t.name], t), next))
    );
  }

  /** Both nodes are of one kind. */
  private same(p: Node, t: Node, next: Next): boolean {
    switch (p.kind) {
      case 'call': {
        const code = t as Shape<'call'>;
        // In a shell the command is a word like its arguments.
        if (isDots(p.callee)) return this.list([p.callee, ...(p.args ?? [])], 0, [wordOf(code.callee), ...code.args], 0, next);
        // Java's `o.<T>m()` is any call of the method.
        const types = this.names.language === 'java' ? [] : typeArgs;
        return this.match(p.callee, code.callee, () =>
          this.slots(p, code, types, 0, () => this.args(p.args ?? [], code.args, next)),
        );
      }
      case 'binary':
        return this.binary(p, t as Shape<'binary'>, next);
      case 'assign': {
        const code = t as Shape<'assign'>;
        if (p.op !== code.op && !(p.op === '=' && code.op === ':=')) return false;
        return this.match(p.target, code.target, () => this.match(p.value, code.value, next));
      }
      case 'vardef': {
        const code = t as Shape<'vardef'>;
        const keyword =
          p.keyword === code.keyword ||
          p.keyword === '' ||
          (p.keyword === 'var' && this.names.language !== 'kotlin' && this.option('let_is_var', true));
        // `val (a, b) = c` sets more than one.
        if (this.names.language === 'kotlin' && p.target?.kind === 'metavar' && code.target.kind === 'array') return false;
        // A class's field is nothing that `var` declares.
        if (p.keyword !== '' && code.keyword === '' && scripts.has(this.names.language)) return false;
        // `T x;` declares and does not set.
        if (typed.has(this.names.language) && p.type != null && p.value == null && code.value !== null) return false;
        // `x = ...` sets it to something.
        if (p.value?.kind === 'ellipsis' && code.value === null) return false;
        return keyword && this.slots(p, t, keywordless, 0, next);
      }
      case 'pair': {
        const code = t as Shape<'pair'>;
        // A property of JavaScript that holds a function is a method, which is no value.
        if (code.value.kind === 'func' && p.value.kind === 'metavar' && scripts.has(this.names.language)) return false;
        // In Go a key that is written as a text is no name of a field.
        if (this.names.language === 'go' && (p.key.kind === 'string') !== (code.key.kind === 'string')) return false;
        return this.key(p.key, code.key, () => this.match(p.value, code.value, next));
      }
      case 'named': {
        const code = t as Shape<'named'>;
        if (p.name.startsWith('$')) return this.bind(p.name, code.name, () => this.match(p.value, code.value, next));
        return p.name === code.name && this.match(p.value, code.value, next);
      }
      case 'func': {
        const code = t as Shape<'func'>;
        // Go's receiver counts as the first parameter.
        const method = p.receiver == null && code.receiver !== null && this.names.language === 'go';
        const shown = {
          ...(method ? { ...code, receiver: null, params: [code.receiver!, ...code.params] } : code),
          returns: unnamedResults(code.returns),
        };
        // Without a name it does not matter whether it is `async`.
        // Behind a decorator of Python it does not matter either.
        const loose = p.name == null || (this.names.language === 'python' && (p.decorators ?? []).length > 0);
        const roles = loose ? unmodified : slots.func.slice(0, -1);
        return this.slots(p, shown, roles, 0, () => this.funcBody(p, code, next));
      }
      case 'object': {
        const code = t as Shape<'object'>;
        const props = p.props ?? [];
        const whole = !records.has(this.names.language) && !props.some(isDots);
        return !(whole && props.length !== code.props.length) && this.bag(props, code.props, next);
      }
      case 'catch': {
        const code = t as Shape<'catch'>;
        const [type, more] = p.types ?? [];
        const types = (rest: Next): boolean =>
          type &&
          !more &&
          code.types.length > 1 &&
          (this.names.language === 'java' || (this.names.language === 'python' && p.target != null))
            ? type.kind === 'metavar'
              ? this.bind(type.name, code.types, rest)
              : this.names.language === 'java' && code.types.some((one) => this.match(type, one, rest))
            : this.list(p.types ?? [], 0, code.types, 0, rest);
        // In JavaScript `catch ($E)` is also `catch` alone.
        const bare = p.target?.kind === 'metavar' && code.target === null && scripts.has(this.names.language);
        const body = (): boolean => this.match(p.body, code.body, next);
        return types(() => (bare ? body() : this.role(p.target ?? null, code.target, false, body)));
      }
      case 'class': {
        // Python's bases count in their order, of which the first ones will do; keywords stand anywhere.
        if (this.names.language !== 'python' || !p.supers || p.supers.length === 0) return this.slots(p, t, slots.class, 0, next);
        const code = t as Shape<'class'>;
        const positional = (nodes: readonly Node[]): Node[] => nodes.filter(({ kind }) => kind !== 'named');
        const keywords = (nodes: readonly Node[]): Node[] => nodes.filter(({ kind }) => kind === 'named');
        const last = positional(p.supers).at(-1);
        const open: Node[] = last && isDots(last) ? [] : [{ kind: 'ellipsis', start: 0, end: 0, parent: null }];
        return this.list([...positional(p.supers), ...open], 0, positional(code.supers), 0, () =>
          this.bag(keywords(p.supers!), keywords(code.supers), () => this.slots(p, t, baseless, 0, next)),
        );
      }
      case 'index': {
        // Python's tuples of indexes are one index; a part of a list is no element.
        const { object, indices } = t as Shape<'index'>;
        const slices = (nodes: readonly Node[]): boolean => nodes.length === 1 && nodes[0]!.kind === 'slice';
        if (this.names.language !== 'python') return this.slots(p, t, slots.index, 0, next);
        if (slices(indices) !== slices(p.indices ?? [])) return false;
        const [only, more] = p.indices ?? [];
        if (only?.kind === 'metavar' && !more && indices.length > 1)
          return this.match(p.object, object, () => this.bind(only.name, indices, next));
        return this.slots(p, t, slots.index, 0, next);
      }
      case 'import':
        return this.import(p, t as Shape<'import'>, next);
      case 'element': {
        const code = t as Shape<'element'>;
        if (this.names.language === 'html' && !p.children?.length && code.children.length > 0) return false;
        return this.role(p.tag ?? null, code.tag, false, () =>
          this.bag(p.attrs ?? [], code.attrs, () => this.children(p.children ?? [], 0, code.children, 0, next)),
        );
      }
      case 'with':
        return (!p.await || (t as Shape<'with'>).await) && this.slots(p, t, slots.with, 0, next);
      case 'assert': {
        // A condition and a message are a list like arguments.
        const code = t as Shape<'assert'>;
        const parts = (test: Node, message: Node | null): Node[] => (message ? [test, message] : [test]);
        return this.list(parts(p.test!, p.message ?? null), 0, parts(code.test, code.message), 0, next);
      }
      case 'while':
      case 'dowhile':
      case 'for':
      case 'foreach': {
        if (p.kind === 'foreach' && p.await && !(t as Shape<'foreach'>).await) return false;
        if (!this.inBraces(p.body, (t as Shape<'while'>).body)) return false;
        // In the reference `in` fits the loops of JavaScript with `of`, too, but not the other way round.
        const code = t as Shape<'foreach'>;
        if (p.kind === 'foreach' && p.keyword === 'in' && code.keyword === 'of') return this.slots(p, t, slotsOfLoop, 0, next);
        return this.slots(p, t, slots[p.kind], 0, next);
      }
      default:
        return this.slots(p, t, slots[p.kind], 0, next);
    }
  }

  /** A body in braces is not one without. */
  private inBraces(p: Node, body: Node): boolean {
    const [only] = p.kind === 'block' ? p.body : [];
    return (
      p.kind !== 'block' ||
      (only?.kind === 'exprstmt' && only.expr.kind === 'metavar') ||
      !braced.has(this.names.language) ||
      this.names.source[body.start] === '{'
    );
  }

  private slots(p: Node, t: Node, roles: (typeof slots)[Kind], at: number, next: Next): boolean {
    if (at === roles.length) return next();
    const [role, mode] = roles[at]!;
    const pattern = (p as unknown as Record<string, unknown>)[role];
    const code = (t as unknown as Record<string, unknown>)[role];
    const rest = (): boolean => this.slots(p, t, roles, at + 1, next);
    switch (mode) {
      case 'free':
        return rest();
      case 'text':
        return (pattern ?? null) === (code ?? null) && rest();
      case 'words':
        return ((pattern as string[] | undefined) ?? []).every((word) => (code as string[]).includes(word)) && rest();
      case 'node':
        return this.role((pattern as Node | undefined) ?? null, code as Node | null, false, rest);
      case 'opt':
        return this.role((pattern as Node | undefined) ?? null, code as Node | null, true, rest);
      case 'args':
        return this.args((pattern as Node[] | undefined) ?? [], code as Node[], rest);
      case 'some':
        return pattern === undefined || (pattern as Node[]).length === 0
          ? rest()
          : this.list(pattern as Node[], 0, code as Node[], 0, rest);
      case 'list':
        return this.list((pattern as Node[] | undefined) ?? [], 0, code as Node[], 0, rest);
      case 'bag':
        // A class of Ruby is a list of statements.
        if (role === 'body' && this.names.language === 'ruby')
          return this.statements((pattern as Node[] | undefined) ?? [], code as Node[], false, rest);
        if (role === 'decorators') return this.decorators((pattern as Node[] | undefined) ?? [], code as Node[], rest);
        return this.bag((pattern as Node[] | undefined) ?? [], code as Node[], rest);
      case 'stmts':
        return this.statements((pattern as Node[] | undefined) ?? [], code as Node[], false, rest);
      default:
        return mode satisfies never;
    }
  }

  private role(p: Node | null, t: Node | null, optional: boolean, next: Next): boolean {
    if (p === null) return (t === null || optional) && next();
    if (t === null) return p.kind === 'ellipsis' && next();
    return this.match(p, t, next);
  }

  // ---- lists

  private list(ps: readonly Node[], i: number, ts: readonly Node[], j: number, next: Next): boolean {
    if (i === ps.length) return j === ts.length && next();
    const p = ps[i]!;
    if (p.kind === 'ellipsis' || p.kind === 'metaellipsis') {
      if (i === ps.length - 1) return this.take(p, ts.slice(j), next);
      for (let end = j; end <= ts.length; end++)
        if (this.take(p, ts.slice(j, end), () => this.list(ps, i + 1, ts, end, next))) return true;
      return false;
    }
    return j < ts.length && this.match(p, ts[j]!, () => this.list(ps, i + 1, ts, j + 1, next));
  }

  /** Children of an element: text, `{…}` and elements are three things; what follows the pattern's last does not matter. */
  private children(ps: readonly Node[], i: number, ts: readonly Node[], j: number, next: Next): boolean {
    const p = ps[i];
    if (!p) return next();
    if (isDots(p)) {
      if (i === ps.length - 1) return this.take(p, ts.slice(j), next);
      for (let end = j; end <= ts.length; end++)
        if (this.take(p, ts.slice(j, end), () => this.children(ps, i + 1, ts, end, next))) return true;
      return false;
    }
    const t = ts[j];
    if (!t || (p.kind === 'element') !== (t.kind === 'element')) return false;
    const isText = t.kind === 'string' && this.names.source.slice(t.start, t.end) === t.value;
    return (p.kind === 'string' || !isText) && this.match(p, t, () => this.children(ps, i + 1, ts, j + 1, next));
  }

  private take(p: Shape<'ellipsis'> | Shape<'metaellipsis'>, nodes: readonly Node[], next: Next): boolean {
    return p.kind === 'ellipsis' ? next() : this.bind(p.name, nodes, next);
  }

  /** Positional arguments in order, named ones in any order; without `...` none may be left over. */
  private args(ps: readonly Node[], ts: readonly Node[], next: Next): boolean {
    const named = ps.filter((p) => this.isNamed(p));
    // Flags, and the parts of an image that may be left out.
    const optional = this.names.language === 'dockerfile';
    if (named.length === 0) return this.list(ps, 0, optional ? ts.filter((t) => t.kind !== 'named') : ts, 0, next);
    return this.mixed(ps, 0, ts, optional, next);
  }

  /** A keyword argument, a field of one of Go's literals, or what a class implements. */
  private isNamed(node: Node): boolean {
    if (node.kind === 'unary') return node.op === 'implements';
    return node.kind === 'named' || (node.kind === 'pair' && this.names.language === 'go' && node.key.kind === 'name');
  }

  /** Like `list`, but a named argument may stand anywhere in what is left. */
  private mixed(ps: readonly Node[], i: number, ts: readonly Node[], optional: boolean, next: Next): boolean {
    const p = ps[i];
    if (!p) return (optional ? ts.every((t) => t.kind === 'named') : ts.length === 0) && next();
    if (isDots(p)) {
      if (i === ps.length - 1) return this.take(p, ts, next);
      for (let end = 0; end <= ts.length; end++)
        if (this.take(p, ts.slice(0, end), () => this.mixed(ps, i + 1, ts.slice(end), optional, next))) return true;
      return false;
    }
    if (this.isNamed(p))
      return ts.some(
        (t, index) =>
          this.isNamed(t) &&
          this.match(p, t, () =>
            this.mixed(
              ps,
              i + 1,
              ts.filter((_, other) => other !== index),
              optional,
              next,
            ),
          ),
      );
    const rest = optional ? ts.slice(ts.findIndex((t) => t.kind !== 'named')) : ts;
    return (
      rest.length > 0 &&
      this.match(p, rest[0]!, () =>
        this.mixed(
          ps,
          i + 1,
          ts.filter((t) => t !== rest[0]),
          optional,
          next,
        ),
      )
    );
  }

  /** Each of the pattern's items is found among the code's, each time another one. */
  private bag(ps: readonly Node[], ts: readonly Node[], next: Next): boolean {
    const wanted = ps.filter((p) => p.kind !== 'ellipsis');
    const pick = (at: number, left: readonly Node[]): boolean => {
      if (at === wanted.length) return next();
      const p = wanted[at]!;
      if (p.kind === 'metaellipsis') return this.bind(p.name, left, () => pick(at + 1, []));
      return left.some((t, index) =>
        this.match(p, t, () =>
          pick(
            at + 1,
            left.filter((_, other) => other !== index),
          ),
        ),
      );
    };
    return pick(0, ts);
  }

  /** `@a` also matches `@a(…)`. */
  private decorators(ps: readonly Node[], ts: readonly Node[], next: Next): boolean {
    if (ps.length === 0) return next();
    if (this.names.language === 'python') {
      // `@a` and `@a()` are the same; arguments must be asked for.
      const called = (node: Node): Node =>
        node.kind === 'name' || node.kind === 'member' || node.kind === 'metavar'
          ? { ...node, kind: 'call', callee: node, typeArgs: [], args: [], optional: false }
          : node;
      const dots: Node = { kind: 'ellipsis', start: 0, end: 0, parent: null };
      return this.option('decorators_order_matters', false)
        ? this.list([dots, ...ps.flatMap((p) => [called(p), dots])], 0, ts.map(called), 0, next)
        : this.bag(ps.map(called), ts.map(called), next);
    }
    if (this.option('decorators_order_matters', false)) {
      const dots: Node = { kind: 'ellipsis', start: 0, end: 0, parent: null };
      return this.list(
        [dots, ...ps.flatMap((p) => [p, dots])],
        0,
        ts.map((t) => (t.kind === 'call' && ps.every(({ kind }) => kind !== 'call') ? t.callee : t)),
        0,
        next,
      );
    }
    const bare = ts.flatMap((t) => (t.kind === 'call' ? [t, t.callee] : [t]));
    return this.bag(ps, bare, next);
  }

  private statements(ps: readonly Node[], ts: readonly Node[], open: boolean, next: Next): boolean {
    if (ps.length === 1 && ps[0]!.kind === 'ellipsis') return next();
    const list =
      ps.length > 1 && ps.some(isDots) && this.option('go_deeper_stmt', true) ? flattened(ts, this.names.language) : ts;
    // After `...` what follows the last statement does not matter.
    const loose = open || ps.some(isDots);
    if (this.run(ps, 0, ts, 0, loose, () => next())) return true;
    return list !== ts && list.length !== ts.length && this.run(ps, 0, list, 0, loose, () => next());
  }

  /** `open`: statements may be left over at the end. `next` gets the number of statements used. */
  private run(
    ps: readonly Node[],
    i: number,
    ts: readonly Node[],
    j: number,
    open: boolean,
    next: (end: number) => boolean,
  ): boolean {
    if (i === ps.length) return (open || j === ts.length) && next(j);
    const p = ps[i]!;
    if (p.kind === 'ellipsis' || p.kind === 'metaellipsis') {
      if (i === ps.length - 1) return this.take(p, ts.slice(j), () => next(ts.length));
      for (let end = j; end <= ts.length; end++)
        if (this.take(p, ts.slice(j, end), () => this.run(ps, i + 1, ts, end, open, next))) return true;
      return false;
    }
    return j < ts.length && this.match(p, ts[j]!, () => this.run(ps, i + 1, ts, j + 1, open, next));
  }

  // ---- expressions

  /** The expression or one in it; not what a function in it does, and no names that are not evaluated. */
  private deep(p: Node, t: Node, next: Next): boolean {
    if (isExpression(t) && this.match(p, t, next)) return true;
    switch (t.kind) {
      case 'member':
        return this.deep(p, t.object, next) || (t.property.kind !== 'name' && this.deep(p, t.property, next));
      case 'pair':
        if (t.key.kind !== 'name' ? this.deep(p, t.key, next) : keyed.has(this.names.language) && this.match(p, t.key, next))
          return true;
        return this.deep(p, t.value, next);
      case 'named':
        return this.deep(p, t.value, next);
      case 'func':
        return !scripts.has(this.names.language) && t.body !== null && this.deep(p, t.body, next);
      case 'block':
      case 'class':
        return false;
      default:
        return childrenOf(t).some((child) => this.deep(p, child, next));
    }
  }

  /** `$O. ... ` : the object itself or anything further in along the chain. */
  private chain(p: Node, t: Node, next: Next): boolean {
    if (this.match(p, t, next)) return true;
    const inner =
      t.kind === 'call'
        ? t.callee
        : t.kind === 'member' || t.kind === 'index'
          ? t.object
          : t.kind === 'await' || t.kind === 'cast'
            ? t.value
            : null;
    return inner !== null && this.chain(p, inner, next);
  }

  private string(p: Shape<'string'>, t: Node, next: Next): boolean {
    if (t.parent && isHeredoc(t.parent, this.names)) return false;
    const constant =
      this.option('constant_propagation', true) || t.kind === 'string' || t.kind === 'template'
        ? constantOf(t, this.names)
        : null;
    if (constant?.kind === 'text') return p.value === '...' && this.names.language !== 'yaml' && next();
    const text = constant?.kind === 'string' ? constant.value : null;
    // HCL converts between texts, numbers and truth values as needed.
    if (text === null) return constant !== null && this.names.language === 'hcl' && String(constant.value) === p.value && next();
    // In YAML `...` is any value without quotes, and a text with them.
    if (p.value === '...' && this.names.language !== 'yaml') return next();
    if (/^\$(?:[A-Z_][A-Z0-9_]*)$/.test(p.value)) {
      if (isHeredoc(t, this.names)) return false;
      const content = contentNode(t, text, this.names.source);
      if (t.kind === 'name' || t.kind === 'member') writtenElsewhere.add(content);
      return this.bind(p.value, content, next);
    }
    const regex = /^=~\/(.*)\/([a-z]*)$/s.exec(p.value);
    if (regex) return new RegExp(regex[1]!, regex[2]).test(text) && next();
    return text === p.value && next();
  }

  /** Whether a constant string is written in the form that may interpolate, where there are two. */
  private isTemplate(t: Node): boolean {
    const head = this.names.source.slice(t.start, t.start + 3);
    switch (this.names.language) {
      case 'javascript':
      case 'typescript':
        return head.startsWith('`');
      case 'python':
        return /^[bBrRuU]?[fF]/.test(head);
      case 'csharp':
        return /^@?\$/.test(head);
      case 'bash':
        return false;
      default:
        return true;
    }
  }

  /** `/.../` is any regular expression; one with something interpolated is an `other` of that type. */
  private regex(p: Shape<'regex'>, t: Node, next: Next): boolean {
    if (t.kind !== 'regex') return p.value === '...' && t.kind === 'other' && t.type === 'regex' && next();
    if (p.value === '...') return next();
    return isMetavariable(p.value)
      ? this.bind(p.value, contentNode(t, t.value, this.names.source), next)
      : p.value === t.value && (p.flags === '' || p.flags === t.flags) && next();
  }

  private constant(p: Shape<'number'> | Shape<'bool'>, t: Node): boolean {
    if (p.kind === t.kind && p.value === t.value) return true;
    if (t.kind !== p.kind && !this.option('constant_propagation', true)) return false;
    // JavaScript has one kind of numbers, and its reference engine does no arithmetic on them.
    if (p.kind === 'number' && this.names.language !== 'yaml' && this.names.language !== 'json') {
      if (
        scripts.has(this.names.language)
          ? t.kind !== 'number' && t.kind !== 'name'
          : t.kind === 'number' && isFraction(p.value) !== isFraction(t.value)
      )
        return false;
    }
    const wanted = constantOf(p, this.names);
    const found = wanted && constantOf(t, this.names);
    if (!wanted || !found || wanted.kind === 'text' || found.kind === 'text') return false;
    return this.names.language === 'hcl' ? String(wanted.value) === String(found.value) : same(wanted, found);
  }

  private binary(p: Shape<'binary'>, t: Shape<'binary'>, next: Next): boolean {
    if (p.op !== t.op) return false;
    if (associative.has(p.op) && this.option('ac_matching', true)) {
      const ps = operands(p, p.op);
      const ts = operands(t, t.op);
      if (ps.length > 2 || ts.length > 2 || ps.some(isDots)) {
        if (this.operands(p.op, ps, 0, ts, 0, next)) return true;
        return ps.length > 2 && this.option('commutative_boolop', false) && this.bag(ps, ts, next);
      }
    }
    if (this.match(p.left, t.left, () => this.match(p.right, t.right, next))) return true;
    const commutes =
      (symmetric.has(p.op) && this.option('symmetric_eq', false)) ||
      (associative.has(p.op) && this.option('commutative_boolop', false));
    return commutes && this.match(p.left, t.right, () => this.match(p.right, t.left, next));
  }

  /** Like `list`, but a metavariable may stand for several operands, which are one expression then. */
  private operands(op: string, ps: readonly Node[], i: number, ts: readonly Node[], j: number, next: Next): boolean {
    const p = ps[i];
    if (!p) return j === ts.length && next();
    const after = ps.slice(i + 1).filter((other) => !isDots(other)).length;
    const most = isDots(p) ? ts.length : p.kind === 'metavar' ? ts.length - after : j + 1;
    for (let end = isDots(p) ? j : j + 1; end <= Math.min(most, ts.length); end++) {
      const rest = (): boolean => this.operands(op, ps, i + 1, ts, end, next);
      if (isDots(p) ? this.take(p, ts.slice(j, end), rest) : this.match(p, joined(op, ts.slice(j, end)), rest)) return true;
    }
    return false;
  }

  /** `"a": 1` and `a: 1` are one key. */
  private key(p: Node, t: Node, next: Next): boolean {
    // In JSON the quotes belong to what stands for a key.
    if (this.names.language === 'json' && p.kind === 'string' && isMetavariable(p.value)) return this.bind(p.value, t, next);
    // With quotes or without makes a difference in HCL, as between `=` and `:`.
    if (this.names.language === 'hcl') return this.match(p, t, next);
    if (p.kind === 'name' && t.kind === 'string') return p.name === t.value && next();
    // A property has the same name with quotes and without.
    if (p.kind === 'metavar' && t.kind === 'string' && scripts.has(this.names.language))
      return this.bind(p.name, { kind: 'name', name: t.value, start: t.start + 1, end: t.end - 1, parent: t.parent }, next);
    if (p.kind === 'string' && t.kind === 'name') {
      if (p.value === '...') return next();
      return /^\$[A-Z_][A-Z0-9_]*$/.test(p.value) ? this.bind(p.value, t, next) : p.value === t.name && next();
    }
    return this.match(p, t, next);
  }

  // ---- statements

  /** An expression statement also matches a statement that holds the expression. */
  private statement(p: Shape<'exprstmt'>, t: Node, next: Next): boolean {
    if (p.expr.kind === 'metavar') return this.match(p.expr, t, next);
    if (t.kind === 'pair') return p.expr.kind === 'assign' && isInitialiser(t) && this.match(p.expr, t, next);
    switch (t.kind) {
      case 'exprstmt':
        // What Go defers is not done here.
        if (t.expr.kind === 'unary' && t.expr.op === 'defer') return this.match(p.expr, t.expr, next);
        return this.inStatement(p.expr, t.expr, next);
      case 'vardef':
        if (p.expr.kind === 'assign' && this.match(p.expr, t, next)) return true;
        return t.value !== null && this.inStatement(p.expr, t.value, next);
      case 'return':
        // What is returned is looked through whole.
        if (t.value === null) return false;
        return this.inStatement(p.expr, t.value, next) || this.deepReturned(p.expr, t.value, next);
      case 'throw':
        // An expression in PHP.
        return this.names.language === 'php' && t.value !== null && this.inStatement(p.expr, t.value, next);
      default:
        return this.match(p.expr, t, next);
    }
  }

  private inStatement(p: Node, t: Node, next: Next): boolean {
    return this.option('implicit_deep_exprstmt', true) ? this.implicitlyDeep(p, t, next) : this.match(p, t, next);
  }

  /** The expression or one in it that is evaluated with it; not what only some way leads to, is made or is indexed. */
  private implicitlyDeep(p: Node, t: Node, next: Next): boolean {
    if (this.match(p, t, next)) return true;
    const { language } = this.names;
    if (language === 'kotlin' && isBranching(t)) return false;
    return partsOfStatement(t, language).some((part) => this.implicitlyDeep(p, part, next));
  }

  private deepReturned(p: Node, t: Node, next: Next): boolean {
    return this.option('implicit_deep_exprstmt', true) && this.deep(p, t, next);
  }

  private asAssign(p: Shape<'assign'>, t: Shape<'vardef'>, next: Next): boolean {
    if (t.value === null) return false;
    const { value } = t;
    return this.match(p.target, t.target, () => this.match(p.value, value, next));
  }

  /** JavaScript's `a += b` is `a = a + b`, and the other way round. */
  private compound(p: Shape<'assign'>, t: Shape<'assign'>, next: Next): boolean {
    const value = (node: Shape<'assign'>): Node | null =>
      node.op === '=' || /^(?:\|\||&&|\?\?)/.test(node.op)
        ? node.value
        : {
            kind: 'binary',
            op: node.op.slice(0, -1),
            left: node.target,
            right: node.value,
            start: t.start,
            end: t.end,
            parent: t,
          };
    const [pattern, code] = [value(p), value(t)];
    return pattern !== null && code !== null && this.match(p.target, t.target, () => this.match(pattern, code, next));
  }

  private funcBody(p: Shape<'func'>, t: Shape<'func'>, next: Next): boolean {
    const body = p.body ?? null;
    if (body === null) return (t.body === null || (t.body.kind === 'block' && t.body.body.length === 0)) && next();
    if (t.body === null)
      return (
        !blockOnly.has(this.names.language) &&
        (body.kind === 'ellipsis' || (body.kind === 'block' && body.body?.length === 1 && body.body[0]!.kind === 'ellipsis')) &&
        next()
      );
    if (body.kind !== 'block' && t.body.kind === 'block') {
      if (this.names.language === 'kotlin') return body.kind === 'ellipsis' && next();
      // `x => e` is also `x => { return e }`.
      if (body.kind === 'metavar' && blockValued.has(this.names.language)) return this.match(body, t.body, next);
      const [only] = t.body.body;
      if (body.kind !== 'ellipsis' && (t.body.body.length !== 1 || only?.kind !== 'return' || only.value === null)) return false;
      return this.match(body, only?.kind === 'return' && only.value ? only.value : t.body, next);
    }
    if (body.kind === 'block' && t.body.kind !== 'block') {
      if (blockOnly.has(this.names.language)) return false;
      if (this.names.language === 'csharp') return body.body?.length === 1 && body.body[0]!.kind === 'ellipsis' && next();
      const place = { start: t.body.start, end: t.body.end, parent: t };
      return this.statements(body.body ?? [], [{ kind: 'return', value: t.body, ...place }], false, next);
    }
    return this.match(body, t.body, next);
  }

  /** Each of the imports is found among those of the statement that `t` begins. */
  private imports(ps: readonly Node[], t: Shape<'import'>, next: Next): boolean {
    const { parent } = t;
    const around = parent && 'body' in parent && Array.isArray(parent.body) ? parent.body : [t];
    const own = around.filter((node) => node.start === t.start && node.end === t.end);
    return own[0] === t && this.bag(ps, own, next);
  }

  /** `const … = require("m")` is an import of `m`, and with braces one of its parts. */
  private required(p: Shape<'import'>, t: Shape<'vardef'>, next: Next): boolean {
    const { value, target } = t;
    if (value?.kind !== 'call' || value.callee.kind !== 'name' || value.callee.name !== 'require') return false;
    const [module, more] = value.args;
    if (!module || more || module.kind !== 'string') return false;
    if (p.form === 'module' && p.alias == null) return this.match(p.module, module, next);
    if (p.form !== 'name' || !p.name || target.kind !== 'object') return false;
    const wanted = p.name;
    return this.match(p.module, module, () =>
      target.props.some(
        (prop) =>
          prop.kind === 'pair' &&
          this.match(wanted, prop.key, () => (p.alias == null ? next() : this.match(p.alias, prop.value, next))),
      ),
    );
  }

  private import(p: Shape<'import'>, t: Shape<'import'>, next: Next): boolean {
    // `import 'm'` is any import of it.
    if (p.form === 'module' && p.alias == null && p.module.kind === 'string' && scripts.has(this.names.language))
      return this.match(p.module, t.module, next);
    if (this.names.language === 'java' && p.modifiers?.includes('static') && !t.modifiers.includes('static')) return false;
    if (this.names.language === 'csharp' && p.alias == null && t.alias !== null) return false;
    if (p.form === 'module' && p.alias == null && p.module.kind !== 'string') {
      // `import a` also stands for `import a.b` and `from a import b`.
      const whole: Node =
        t.form === 'name' && t.name && t.module.kind !== 'string'
          ? { kind: 'member', object: t.module, property: t.name, optional: false, start: t.start, end: t.end, parent: t }
          : t.module;
      for (let module: Node | null = whole; module; module = module.kind === 'member' ? module.object : null)
        if (this.match(p.module, module, next)) return true;
      return false;
    }
    if (p.form !== t.form) return false;
    return this.role(p.module, t.module, false, () =>
      this.role(p.name ?? null, t.name, true, () =>
        p.alias == null ? next() : t.alias !== null && this.match(p.alias, t.alias, next),
      ),
    );
  }

  /** A type pattern names the outermost type; its arguments only count when the pattern has some. */
  private type(p: Node, t: Node, next: Next): boolean {
    if (p.kind !== 'generic' && t.kind === 'generic') return this.type(p, t.base, next);
    // Without arguments a type is as good as with any.
    if (p.kind === 'generic' && t.kind !== 'generic') return this.type(p.base, t, next);
    // TypeScript's qualified types are not those without.
    if (this.names.language === 'typescript') return this.match(p, t, next);
    if (p.kind === 'name' && t.kind === 'member' && t.property.kind === 'name' && t.property.name === p.name)
      return !qualifiedTypes.has(this.names.language) && next();
    return this.match(p, t, next);
  }
}

/** Languages in which a type without its package is not one with it. */
const qualifiedTypes: ReadonlySet<LanguageId> = new Set(['java', 'csharp']);

const wideBodies: ReadonlySet<LanguageId> = new Set(['python', 'csharp']);

/** The metavariable that is all of a body. */
function bodyMetavariable(p: Shape<'block'>): string | null {
  const [only] = p.body ?? [];
  return p.body?.length === 1 && only?.kind === 'exprstmt' && only.expr.kind === 'metavar' ? only.expr.name : null;
}

const braced: ReadonlySet<LanguageId> = new Set(['javascript', 'typescript', 'java', 'csharp', 'kotlin', 'php']);
/** Languages in which `{ ... }` as body is a block, and no expression. */
const blockOnly: ReadonlySet<LanguageId> = new Set(['rust', 'kotlin']);
/** Languages in which an expression as body is no `return`. */
const strictBodies: ReadonlySet<LanguageId> = new Set(['csharp', 'kotlin']);
/** Languages in which a metavariable as body stands for a block, too. */
const blockValued: ReadonlySet<LanguageId> = new Set(['java', 'rust']);
/** Languages in which the key of a literal is an expression. */
const keyed: ReadonlySet<LanguageId> = new Set(['python', 'php', 'ruby']);
/** What holds statements, where an expression stands. */
const isBranching = ({ kind }: Node): boolean => kind === 'if' || kind === 'try' || kind === 'switch';
const isFraction = (number: string): boolean => /[.]|^[^x]*e/i.test(number);
const scripts: ReadonlySet<LanguageId> = new Set(['javascript', 'typescript']);
/** Languages in which a pattern's `?.` does not stand for `.`. */
const safeAccess: ReadonlySet<LanguageId> = new Set(['javascript', 'typescript', 'csharp', 'kotlin']);
const isMetavariable = (text: string): boolean => /^\$[A-Z_][A-Z0-9_]*$/.test(text);

const typeArgs = slots.call.filter(([role]) => role === 'typeArgs');
const unmodified = slots.func.filter(([role]) => role !== 'modifiers' && role !== 'body');
const nameless = slots.func.filter(([role]) => role !== 'name' && role !== 'body');
const baseless = slots.class.filter(([role]) => role !== 'supers');
const slotsOfLoop = slots.foreach.filter(([role]) => role !== 'keyword');
const keywordless = slots.vardef.filter(([role]) => role !== 'keyword');
/** Languages whose objects are records, of which a pattern may name some fields; other languages' maps are whole. */
const records: ReadonlySet<LanguageId> = new Set(['javascript', 'typescript', 'hcl']);
const typed: ReadonlySet<string> = new Set(['java', 'csharp', 'go']);
const associative: ReadonlySet<string> = new Set(['&&', '||', 'and', 'or', '&', '|', '^', '.']);
const symmetric: ReadonlySet<string> = new Set(['==', '!=', '===', '!==']);

/** A part of a symbol or a regular expression, as a node of its own. */
const _textNode = (t: Node, start: number, value: string): Node => ({
  kind: 'string',
  value,
  start,
  end: start + value.length,
  parent: t.parent,
});

/** The text between the quotes, as a node of its own. */
function contentNode(t: Node, text: string, source: string): Node {
  const margin = t.kind === 'string' ? Math.max(0, t.end - t.start - text.length) : 0;
  const closing = margin >> 1;
  const node: Node = { kind: 'string', value: text, start: t.start + margin - closing, end: t.end - closing, parent: t.parent };
  if (t.kind !== 'string' || source.startsWith(text, node.start)) return node;
  // Block scalars and heredocs have longer openings than closings.
  const at = source.indexOf(text, t.start);
  if (at >= 0 && at + text.length <= t.end) return { ...node, start: at, end: at + text.length };
  // Literals side by side are one text, which nowhere stands as such.
  if (/["']\s*(?:\\\n\s*)?["']/.test(source.slice(t.start + 1, t.end - 1))) importedTexts.set(node, text);
  return node;
}

/** Contents of constants that stand somewhere else than where they were found. */
export const writtenElsewhere = new WeakSet<Node>();

/** A function that stands as a statement or a member, not as an expression. */
export const isDeclared = (node: Shape<'func'>): boolean =>
  node.name !== null && !node.arrow && node.parent !== null && declaring.has(node.parent.kind);

const declaring: ReadonlySet<Kind> = new Set(['program', 'block', 'class', 'object', 'namespace', 'case', 'other']);

const wordOf = (node: Node): Node =>
  node.kind === 'name' ? { kind: 'string', value: node.name, start: node.start, end: node.end, parent: node.parent } : node;

const isDots = (node: Node): node is Shape<'ellipsis'> | Shape<'metaellipsis'> =>
  node.kind === 'ellipsis' || node.kind === 'metaellipsis';

function operands(node: Node, op: string): Node[] {
  return node.kind === 'binary' && node.op === op ? [...operands(node.left, op), ...operands(node.right, op)] : [node];
}

/** Operands as one expression, from the left. */
function joined(op: string, nodes: readonly Node[]): Node {
  const place = (left: Node, right: Node) => ({ start: left.start, end: right.end, parent: left.parent });
  return nodes.reduce((left, right): Node => ({ kind: 'binary', op, left, right, ...place(left, right) }));
}

const same = (a: Constant, b: Constant): boolean =>
  a.kind !== 'text' && b.kind !== 'text' && a.kind === b.kind && a.value === b.value;

/** Whether one is a literal and the other a variable that holds it. */
export function isConstantOf(a: Bound, b: Bound, names: Names): boolean {
  if (!isNode(a) || !isNode(b) || (a.kind === 'name') === (b.kind === 'name')) return false;
  const [variable, literal] = a.kind === 'name' ? [a, b] : [b, a];
  if (literal.kind !== 'string' && literal.kind !== 'number' && literal.kind !== 'bool') return false;
  const value = constantOf(variable, names);
  const wanted = value && constantOf(literal, names);
  return value != null && wanted != null && same(wanted, value);
}

/** Go's results without their names. */
function unnamedResults(returns: Node | null): Node | null {
  if (returns?.kind !== 'array' || returns.elements.length === 0) return returns;
  const types = returns.elements.map((element) => (element.kind === 'param' ? element.type : null));
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

/** What a node that stands for an imported name reads like, which is not what the file says in its place. */
export const importedTexts = new WeakMap<Node, string>();

const qualifiedNodes = new WeakMap<Node, Node | false>();

/** The full path of an imported name, or of a member of one, as nodes in its place; null for anything else. */
export function qualified(node: Node, names: Names): Node | null {
  if (node.kind !== 'name' && node.kind !== 'member') return null;
  const known = qualifiedNodes.get(node);
  if (known !== undefined) return known === false ? null : known;
  let full: Node | null = null;
  if (node.kind === 'name') {
    const path = names.imported(node);
    if (path && !(path.length === 1 && path[0] === node.name)) full = pathNode(path, node);
  } else {
    const object = qualified(node.object, names);
    if (object) full = { ...node, object };
  }
  qualifiedNodes.set(node, full ?? false);
  return full;
}

function pathNode(path: readonly string[], at: Node): Node {
  const place = { start: at.start, end: at.end, parent: at.parent };
  const named = (name: string): Node => {
    const node: Node = { kind: 'name', name, ...place };
    importedTexts.set(node, name);
    return node;
  };
  let node = named(path[0]!);
  path.slice(1).forEach((part, index) => {
    node = { kind: 'member', object: node, property: named(part), optional: false, ...place };
    importedTexts.set(node, path.slice(0, index + 2).join('.'));
  });
  return node;
}

/** `A = 1` in the braces behind C#'s `new T`. */
const isInitialiser = (node: Shape<'pair'>): boolean => node.parent?.kind === 'array' && node.parent.bracket === '{';

export { equalNodes };
