/** How two nodes of one kind match: role by role, with what the languages ask for besides. */
import { type Kind, type Node, type Shape, slots } from '../../model/tree.ts';
import { headMembers } from '../../parse/lower.ts';
import type { Names } from '../names.ts';
import { readsTokens, tokenArguments } from '../rust-macro.ts';
import { awaitedName, fitsAwaited } from './awaited-call.ts';
import { isExportedAlike } from './default-export.ts';
import { records, scripts, stacked, typedDeclarations } from './dialect.ts';
import { matchBinary, matchKey } from './expressions.ts';
import { matchImport } from './imports.ts';
import {
  matchArgs,
  matchBag,
  matchChildren,
  matchList,
  matchParts,
  matchRole,
  matchSlots,
  plainParts,
  untagged,
} from './lists.ts';
import { isDots, isMetavariable, isNamedValue, type Matching, type Next } from './matching.ts';
import { bodyFor, isOtherRescue, isUnbraced, matchFuncBody } from './statements.ts';

/** Whether as many arguments of a macro are tokens in the pattern as in the code. */
function sameTokens(args: readonly Node[], code: Shape<'call'>, source: string): boolean {
  const tokens = tokenArguments(code, source).length;
  return tokens === 0 || args.filter(({ kind }) => !plain.has(kind)).length === tokens;
}
const plain: ReadonlySet<Kind> = new Set<Kind>(['metavar', 'ellipsis', 'name', 'string', 'number', 'bool', 'deep']);

/** Both nodes are of one kind. */
export function matchKind(m: Matching, p: Node, t: Node, next: Next): boolean {
  switch (p.kind) {
    case 'call': {
      const code = t as Shape<'call'>;
      // A template behind a tag is no argument in parentheses.
      if (p.tagged !== code.tagged && !m.names.wide && (p.tagged || p.args?.some(({ kind }) => kind === 'template')))
        return false;
      // In a shell the command is a word like its arguments.
      if (isDots(p.callee)) return matchList(m, [p.callee, ...(p.args ?? [])], 0, [wordOf(code.callee), ...code.args], 0, next);
      // PHP's `isset(…)` is no function to the reference.
      if (p.callee.kind === 'metavar' && m.names.language === 'php' && !m.names.wide && isIsset(code.callee)) return false;
      const all = p.args?.length === 1 && isDots(p.args[0]!);
      if (readsTokens(m.names) && !all && !sameTokens(p.args ?? [], code, m.names.source)) return false;
      if (
        m.names.language === 'rust' &&
        !m.names.wide &&
        p.callee.kind === 'member' &&
        !p.typeArgs?.length &&
        isTypedPath(code, m.names.source)
      )
        return false;
      if (code.split && !p.split && !m.names.wide)
        return m.match(p.callee, awaitedName(code), () => matchArgs(m, p.args ?? [], code.args, next));
      // Of the types behind `o.f` of TypeScript nothing is known.
      if (p.typeArgs?.length && code.callee.kind !== 'name' && m.names.language === 'typescript' && !m.names.wide) return false;
      // Java's `o.<T>m()` is any call of the method, and so is Kotlin's `m<T>()`.
      const types = m.names.language === 'java' || m.names.language === 'kotlin' ? [] : typeArgs;
      return m.match(p.callee, p.callee.kind === 'metavar' && !p.typeArgs?.length ? called(code, m.names) : code.callee, () =>
        matchSlots(m, p, code, types, 0, () => matchArgs(m, p.args ?? [], code.args, next)),
      );
    }
    case 'await': {
      const code = t as Shape<'await'>;
      if (m.names.language === 'typescript' && !m.names.wide && !fitsAwaited(p.value, code, m.sought === p)) return false;
      return m.match(p.value, code.value, next);
    }
    case 'cast': {
      const code = t as Shape<'cast'>;
      // `$X.($T)` of Go is no conversion.
      const converts = m.names.language === 'go' && code.type !== null && code.type.start < code.value.start;
      if (converts && p.type?.kind === 'metavar' && !m.names.wide) return false;
      // `x!` of TypeScript is another thing than `x as T`.
      if (p.type == null && code.type !== null && scripts.has(m.names.language) && !m.names.wide) return false;
      return matchSlots(m, p, t, slots.cast, 0, next);
    }
    case 'binary':
      return matchBinary(m, p, t as Shape<'binary'>, next);
    case 'assign': {
      const code = t as Shape<'assign'>;
      if (p.op !== code.op && !(p.op === '=' && code.op === ':=')) return false;
      return m.match(p.target, code.target, () => m.match(p.value, code.value, next));
    }
    case 'new':
      // `new T[] { … }`
      if (
        m.names.language === 'csharp' &&
        !m.names.wide &&
        (p.callee?.kind === 'index') !== ((t as Shape<'new'>).callee.kind === 'index')
      )
        if (
          p.callee?.kind === 'metavar' &&
          (p.args ?? []).every(isDots) &&
          (t as Shape<'new'>).args.some(({ kind }) => kind === 'array')
        )
          return false;
      if (p.diamond && !m.names.wide && !(t as Shape<'new'>).diamond) return false;
      // In TypeScript `new Map<A, B>()` is any `new Map()`.
      return matchSlots(m, p, t, scripts.has(m.names.language) ? typelessNew : slots.new, 0, next);
    case 'template': {
      const code = t as Shape<'template'>;
      if (m.names.wide) return matchList(m, plainParts(p.parts ?? [], p.bare), 0, plainParts(code.parts, code.bare), 0, next);
      // Words of a shell without quotes are not those in quotes.
      if (p.bare !== code.bare) return false;
      return matchParts(m, p.parts ?? [], 0, code.parts, 0, next);
    }
    case 'param':
      // In Go what stands alone is a type.
      if (m.names.language === 'go' && p.type == null && (t as Shape<'param'>).type !== null) return false;
      if (!isSamePart(p, t as Shape<'param'>, m.names)) return false;
      // `this`, `ref` and `params` of C# do not count.
      if (m.names.language === 'csharp' && p.modifiers && p.modifiers.length > 0)
        return matchSlots(m, { ...p, modifiers: [] }, t, slots.param, 0, next);
      // In Ruby `$P` is also `&block`.
      if (
        (t as Shape<'param'>).variadic === '&' &&
        p.variadic === '' &&
        p.default == null &&
        p.target?.kind === 'metavar' &&
        !m.names.wide
      )
        return m.match(p.target, (t as Shape<'param'>).target, next);
      // A parameter of TypeScript that may be left out is one like others.
      if (!p.modifiers?.includes('optional')) return matchSlots(m, p, t, slots.param, 0, next);
      return matchSlots(m, { ...p, modifiers: p.modifiers.filter((word) => word !== 'optional') }, t, slots.param, 0, next);
    case 'vardef': {
      const code = t as Shape<'vardef'>;
      const keyword =
        p.keyword === code.keyword ||
        p.keyword === '' ||
        (p.keyword === 'const' && code.modifiers.includes('readonly')) ||
        (p.keyword === 'var' && m.names.language !== 'kotlin' && m.option('let_is_var', true));
      // `val (a, b) = c` sets more than one.
      if (m.names.language === 'kotlin' && p.target?.kind === 'metavar' && code.target.kind === 'array') return false;
      // In JavaScript `const { a } = e` sets a variable of that name to `{ a } = e`, to the reference.
      if (p.keyword !== '' && p.target?.kind === 'metavar' && patterns.has(code.target.kind) && scripts.has(m.names.language))
        return !m.names.wide && keyword && p.type == null && matchTakenApart(m, p.target, p.value ?? null, code, next);
      // A class's field is nothing that `var` declares; one that is `readonly` is a `const`.
      if (p.keyword !== '' && code.keyword === '' && scripts.has(m.names.language))
        if (p.keyword === 'let' || m.names.wide || !code.modifiers.includes('readonly')) return false;
      // `T x;` declares and does not set.
      if ((scripts.has(m.names.language) || m.names.language === 'php') && p.value == null && code.value !== null) return false;
      if (typedDeclarations.has(m.names.language) && p.type != null && p.value == null && code.value !== null) return false;
      if (m.names.language === 'kotlin' && !m.names.wide && p.value == null && code.value !== null && !headMembers.has(code))
        return false;
      // `x = ...` sets it to something.
      if (p.value?.kind === 'ellipsis' && code.value === null) return false;
      // A field of JavaScript that holds a function is a method.
      if (scripts.has(m.names.language) && !m.names.wide && code.parent?.kind === 'class' && code.value?.kind === 'func')
        if ((p.value?.kind === 'func') === isNamedValue(code.value)) return false;
      // The type of what is taken apart does not count.
      const typeless = scripts.has(m.names.language) && p.target !== undefined && patterns.has(p.target.kind);
      return keyword && matchSlots(m, typeless ? { ...p, type: null } : p, t, keywordless, 0, next);
    }
    case 'pair': {
      const code = t as Shape<'pair'>;
      if (scripts.has(m.names.language) && !isSameProperty(p, code, m.names.wide)) return false;
      // In Go a key that is written as a text is no name of a field.
      if (m.names.language === 'go' && (p.key.kind === 'string') !== (code.key.kind === 'string')) return false;
      return matchKey(m, p.key, code.key, () => m.match(p.value, untagged(m, p.value, code.value), next));
    }
    case 'named': {
      const code = t as Shape<'named'>;
      if (p.name.startsWith('$')) return m.bind(p.name, labelOf(code), () => m.match(p.value, code.value, next));
      return p.name === code.name && m.match(p.value, code.value, next);
    }
    case 'func': {
      const code = t as Shape<'func'>;
      // `get() = x` of a property of Kotlin is no function.
      if (m.names.language === 'kotlin' && !m.names.wide && /^[gs]et\b/.test(m.names.source.slice(t.start, t.start + 4)))
        return false;
      // Go's receiver counts as the first parameter, which only an ellipsis stands for.
      const method = p.receiver == null && code.receiver !== null && m.names.language === 'go' ? code.receiver : null;
      const shown = {
        ...(method ? { ...code, receiver: null, params: [unmatchable(method), ...code.params] } : code),
        returns: unnamedResults(code.returns),
        // So it is for the reference of what Python decorates.
        modifiers: m.names.language === 'python' && code.decorators.length > 0 ? [] : code.modifiers,
      };
      // Python's `*` and `/` between parameters count as one each.
      if (m.names.language === 'python' && !m.names.wide && p.params?.length === code.params.length && !p.params.some(isDots))
        if (isSeparated(code.params, m.names.source)) return false;
      // Without a name it does not matter whether it is `async`.
      // Behind a decorator of Python it does not matter either.
      if (scripts.has(m.names.language) && !m.names.wide && !isExportedAlike(p, code)) return false;
      const loose =
        (p.name == null && m.names.language !== 'ruby') || (m.names.language === 'python' && (p.decorators ?? []).length > 0);
      const roles = loose ? unmodified : slots.func.slice(0, -1);
      const wanted = m.names.language === 'go' ? { ...p, returns: unnamedResults(p.returns ?? null) } : p;
      return matchSlots(m, wanted, shown, roles, 0, () => matchFuncBody(m, p, code, next));
    }
    case 'object': {
      const code = t as Shape<'object'>;
      // `{ A: 1 }` behind `is` is no object.
      if (t.parent?.kind === 'other' && t.parent.type === 'recursive_pattern' && !m.names.wide) return false;
      const props = p.props ?? [];
      const whole = !records.has(m.names.language) && !props.some(isDots);
      return !(whole && props.length !== code.props.length) && matchBag(m, props, code.props, next);
    }
    case 'catch': {
      const code = t as Shape<'catch'>;
      const [type, more] = p.types ?? [];
      const { language } = m.names;
      // The reference finds no `catch (\A $e)` of PHP.
      if (type?.kind === 'name' && type.absolute && language === 'php' && !m.names.wide) return false;
      const types = (rest: Next): boolean => {
        const several = code.types.length > 1 && (language === 'java' || (language === 'python' && p.target != null));
        if (type && !more && type.kind === 'metavar' && several) return m.bind(type.name, code.types, rest);
        // Of alternatives the reference reads the first one.
        const [first] = code.types;
        if (type && first && language === 'java') return m.match(type, first, rest);
        if (type && !more && several) return false;
        return matchList(m, p.types ?? [], 0, code.types, 0, rest);
      };
      // In JavaScript `catch ($E)` is also `catch` alone.
      const bare = p.target?.kind === 'metavar' && code.target === null && scripts.has(m.names.language);
      const body = (): boolean => m.match(p.body, code.body, next);
      // What has a type is no variable of that name to the reference.
      if (code.types.length > 0 && code.target && !type && p.target?.kind === 'metavar' && scripts.has(language) && !m.names.wide)
        return m.bind(p.target.name, typedTarget(code.target, code.types), body);
      return types(() => (bare ? body() : matchRole(m, p.target ?? null, code.target, false, body)));
    }
    case 'class': {
      // A class of Kotlin whose constructor takes something is none without parentheses.
      if (m.names.language === 'kotlin' && isTaking(t as Shape<'class'>) && !isTaking(p)) return false;
      // Without `...` all that it takes is named.
      if (m.names.language === 'kotlin' && !m.names.wide && isTaking(p) && !p.body?.some(isDots))
        if (taken(t as Shape<'class'>) > (p.body?.length ?? 0)) return false;
      // An enumeration of Java and Kotlin is a class to the reference.
      if (
        (m.names.language === 'java' || m.names.language === 'kotlin') &&
        p.keyword === 'class' &&
        (t as Shape<'class'>).keyword === 'enum' &&
        !(m.names.language === 'java' && p.supers?.length)
      )
        return matchSlots(m, { ...p, keyword: 'enum' }, t, slots.class, 0, next);
      // A structure of C# is a class to the reference.
      if (m.names.language === 'csharp' && !m.names.wide && p.keyword !== undefined && structures.has(p.keyword)) {
        const { keyword } = t as Shape<'class'>;
        return structures.has(keyword) && matchSlots(m, { ...p, keyword }, t, slots.class, 0, next);
      }
      // Python's bases count in their order, of which the first ones will do; keywords stand anywhere.
      if (m.names.language !== 'python' || !p.supers || p.supers.length === 0) return matchSlots(m, p, t, slots.class, 0, next);
      const code = t as Shape<'class'>;
      const open: Node[] = isDots(p.supers.at(-1)!) ? [] : [{ kind: 'ellipsis', start: 0, end: 0, parent: null }];
      // With `...` all of them count in their order.
      if (p.supers.some(isDots))
        return matchList(m, [...p.supers, ...open], 0, code.supers, 0, () => matchSlots(m, p, t, baseless, 0, next));
      const positional = (nodes: readonly Node[]): Node[] => nodes.filter(({ kind }) => kind !== 'named');
      const keywords = (nodes: readonly Node[]): Node[] => nodes.filter(({ kind }) => kind === 'named');
      return matchList(m, [...positional(p.supers), ...open], 0, positional(code.supers), 0, () =>
        matchBag(m, keywords(p.supers!), keywords(code.supers), () => matchSlots(m, p, t, baseless, 0, next)),
      );
    }
    case 'index': {
      // Python's tuples of indexes are one index; a part of a list is no element.
      const { object, indices } = t as Shape<'index'>;
      const slices = (nodes: readonly Node[]): boolean => nodes.length === 1 && nodes[0]!.kind === 'slice';
      // A part of a list of Go is no element.
      if (m.names.language === 'go' && !m.names.wide && p.indices?.[0]?.kind === 'metavar' && slices(indices)) return false;
      // Nor is `x.0` of Rust.
      if (m.names.language === 'rust' && !m.names.wide && p.indices?.[0]?.kind === 'metavar')
        if (!/^\s*\[/.test(m.names.source.slice(object.end, t.end))) return false;
      if (m.names.language !== 'python') return matchSlots(m, p, t, slots.index, 0, next);
      if (slices(indices) !== slices(p.indices ?? [])) return false;
      const [only, more] = p.indices ?? [];
      if (only?.kind === 'metavar' && !more && indices.length > 1)
        return m.match(p.object, object, () => m.bind(only.name, indices, next));
      return matchSlots(m, p, t, slots.index, 0, next);
    }
    case 'import':
      return matchImport(m, p, t as Shape<'import'>, next);
    case 'element': {
      const code = t as Shape<'element'>;
      if (m.names.language === 'html' && !p.children?.length && code.children.length > 0) return false;
      return matchRole(m, p.tag ?? null, code.tag, false, () =>
        matchBag(m, p.attrs ?? [], code.attrs, () => matchChildren(m, p.children ?? [], 0, code.children, 0, next)),
      );
    }
    case 'switch':
      // `x switch { … }` of C# is no statement.
      if (m.names.language === 'csharp' && !m.names.wide && !m.names.source.startsWith('switch', t.start)) return false;
      // In JavaScript `switch (x) { ... }` fits nothing in the reference.
      return (
        !(scripts.has(m.names.language) && p.cases?.length === 1 && p.cases[0]!.kind === 'ellipsis') &&
        matchSlots(m, p, t, slots.switch, 0, next)
      );
    case 'case': {
      // Of what one case of Go and C# names the first ones will do.
      const code = t as Shape<'case'>;
      const count = p.tests?.length ?? 0;
      const [only] = p.tests ?? [];
      // `case "a", "b" ->` of Java is one value.
      if (m.names.language === 'java' && count === 1 && only?.kind === 'metavar' && code.tests.length > 1)
        return m.bind(only.name, code.tests, () =>
          matchSlots(m, { ...p, tests: [] }, { ...code, tests: [] }, slots.case, 0, next),
        );
      // What a pattern of Go names as a value is no type.
      if (m.names.language === 'go' && !m.names.wide && p.tests?.some(isValue) && isOfTypeSwitch(code)) return false;
      const first = stacked.has(m.names.language) && count > 0 && !p.tests!.some(isDots);
      return matchSlots(m, p, first ? { ...code, tests: code.tests.slice(0, count) } : code, slots.case, 0, next);
    }
    case 'with': {
      const code = t as Shape<'with'>;
      if (p.await && !code.await) return false;
      if (m.names.language === 'csharp' && !m.names.wide) {
        // `using` is no `lock`, and a body in braces none without.
        const body = bodyFor(m, p.body!, code.body);
        return (
          heldBy(p as Shape<'with'>) === heldBy(code) && body !== null && matchSlots(m, p, { ...code, body }, slots.with, 0, next)
        );
      }
      if (m.names.language !== 'python') return matchSlots(m, p, t, slots.with, 0, next);
      // `with a, b:` is `with a: with b:`, and `...` is one thing of any kind there.
      const nested = gathered(p as Shape<'with'>, Number.POSITIVE_INFINITY);
      const wanted = { ...nested, items: nested.items.map((item): Node => (isDots(item) ? anything : item)) };
      return code.items.some((_, from) => {
        const { items, body } = gathered({ ...code, items: code.items.slice(from) }, wanted.items.length);
        const left = items.slice(wanted.items.length);
        return matchList(m, wanted.items, 0, items.slice(0, wanted.items.length), 0, () =>
          left.length === 0
            ? m.match(wanted.body, body, next)
            : m.match(wanted.body, { ...body, kind: 'block', body: [{ ...code, items: left }] } as Shape<'block'>, next),
        );
      });
    }
    case 'array': {
      const code = t as Shape<'array'>;
      // To the reference `$...X` is no element.
      if (!m.names.wide && p.elements?.some(({ kind }) => kind === 'metaellipsis')) return false;
      const alike = m.names.wide && m.names.language === 'ruby';
      return matchSlots(m, p, alike && p.bracket ? { ...code, bracket: p.bracket } : code, slots.array, 0, next);
    }
    case 'if': {
      // `let Some(x) = y else { … }` of Rust
      const { test } = t as Shape<'if'>;
      if (test.kind === 'other' && test.type === 'let_else' && p.test?.kind === 'metavar' && !m.names.wide) return false;
      // To the reference `unless` has its branches the other way round.
      const swapped = (node: Shape<'if'>): Shape<'if'> =>
        node.unless && !m.names.wide ? { ...node, then: node.else ?? node.then, else: node.then } : node;
      const code = swapped(t as Shape<'if'>);
      // `else { if … }` is an `else if`.
      const [only, more] = p.else?.kind === 'if' && code.else?.kind === 'block' ? code.else.body : [];
      const branch = only?.kind === 'exprstmt' ? only.expr : only;
      const branched = branch?.kind === 'if' && !more ? { ...code, else: branch } : code;
      if (isUnbraced(p.then, branched.then, m.names) || isUnbraced(p.else, branched.else, m.names)) return false;
      return matchSlots(m, swapped(p as Shape<'if'>), branched, slots.if, 0, next);
    }
    case 'try':
      if (m.names.language === 'ruby' && isOtherRescue(p as Shape<'try'>, t as Shape<'try'>, m.names.source)) return false;
      return matchSlots(m, p, t, slots.try, 0, next);
    case 'throw':
      // `raise ...` of Python raises something.
      if (p.value?.kind === 'ellipsis' && (t as Shape<'throw'>).value === null) return false;
      return matchSlots(m, p, t, slots.throw, 0, next);
    case 'assert': {
      // A condition and a message are a list like arguments.
      const code = t as Shape<'assert'>;
      const parts = (test: Node, message: Node | null): Node[] => (message ? [test, message] : [test]);
      return matchList(m, parts(p.test!, p.message ?? null), 0, parts(code.test, code.message), 0, next);
    }
    case 'label':
    case 'break':
    case 'continue': {
      const [wanted, name] = [labelText(p), labelText(t)];
      if (wanted === null || name === null || !isMetavariable(wanted)) return matchSlots(m, p, t, slots[p.kind], 0, next);
      const start = m.names.source.indexOf(name, t.start);
      const node: Node = { kind: 'name', name, start, end: start + name.length, parent: t };
      return m.bind(wanted, node, () => (p.kind === 'label' ? m.match(p.body, (t as Shape<'label'>).body, next) : next()));
    }
    case 'yield':
      // Ruby's `yield` alone gives nothing.
      if (m.names.language === 'ruby' && (p.value == null) !== ((t as Shape<'yield'>).value === null)) return false;
      if (scripts.has(m.names.language) && !m.names.wide) {
        const code = t as Shape<'yield'>;
        return p.delegate === code.delegate && matchRole(m, p.value ?? null, code.value, false, next);
      }
      return (
        (m.names.language !== 'python' || p.delegate === (t as Shape<'yield'>).delegate) &&
        matchSlots(m, p, t, slots.yield, 0, next)
      );
    case 'while':
    case 'dowhile':
    case 'for':
    case 'foreach': {
      // To the reference `for await` of JavaScript is any `for`.
      if (p.kind === 'foreach' && p.await && !(t as Shape<'foreach'>).await && (m.names.wide || !scripts.has(m.names.language)))
        return false;
      const body = bodyFor(m, p.body, (t as Shape<'foreach'>).body);
      if (body === null) return false;
      // In the reference `in` fits the loops of JavaScript with `of`, too, but not the other way round.
      const code = { ...(t as Shape<'foreach'>), body };
      if (p.kind === 'for') {
        // `...` in a place of its head asks for something there.
        const loop = t as Shape<'for'>;
        const empty = (wanted: readonly Node[] | undefined, there: readonly Node[]): boolean =>
          wanted?.length === 1 && wanted[0]!.kind === 'ellipsis' && there.length === 0;
        // What is declared is no expression.
        const [init] = p.init ?? [];
        if (init?.kind === 'metavar' && loop.init[0]?.kind === 'vardef' && !m.names.wide) return false;
        if (empty(p.init, loop.init) || empty(p.update, loop.update) || (p.test?.kind === 'ellipsis' && !loop.test)) return false;
      }
      if (p.kind === 'foreach' && p.keyword === 'in' && code.keyword === 'of') {
        // What a loop with `of` goes through is another thing than what stands there.
        const { iter } = code;
        const through: Node = {
          kind: 'other',
          type: 'of',
          text: '',
          kids: [iter],
          start: code.target.end + Math.max(0, m.names.source.slice(code.target.end, iter.start).search(/\bof\b/)),
          end: iter.end,
          parent: t,
        };
        return matchSlots(m, p, { ...code, iter: through }, slotsOfLoop, 0, next);
      }
      return matchSlots(m, p, code, slots[p.kind], 0, next);
    }
    case 'namespace':
      // `namespace A;`
      if (m.names.language === 'csharp' && !m.names.wide && m.names.source[t.end - 1] === ';') return false;
      // A module of any name is none for the reference.
      if (m.names.language === 'rust' && p.name?.kind === 'metavar' && !m.names.wide) return false;
      return matchSlots(m, p, t, slots[p.kind], 0, next);
    default:
      return matchSlots(m, p, t, slots[p.kind], 0, next);
  }
}

/**
 * A property of JavaScript that holds a function is a method, which is no value; to the reference one that has a name is a value.
 * There `[a]: 1` is no `a: $V` either, nor is `{ a = 1 }`, which takes a value apart.
 */
function isSameProperty(p: Shape<'pair'>, t: Shape<'pair'>, wide: boolean): boolean {
  const method = t.value.kind === 'func' && (wide || !isNamedValue(t.value));
  if (method && p.value.kind === 'metavar') return false;
  if (wide) return true;
  if (t.value.kind === 'func' && !method && p.value.kind === 'func' && p.value.name == null) return false;
  if (t.key.start > t.start) return !written.has(p.key.kind) || (p.key.kind === 'string' && isMetavariable(p.key.value));
  return !(t.value.kind === 'assign' && t.value.target.start === t.key.start);
}

const written: ReadonlySet<Kind> = new Set<Kind>(['name', 'string', 'number']);

/** `const $X = $Y` of what takes a value apart. */
function matchTakenApart(m: Matching, target: Node, value: Node | null, code: Shape<'vardef'>, next: Next): boolean {
  if (code.value === null) return false;
  const name: Node = { kind: 'name', name: code.keyword, start: code.start, end: code.start + code.keyword.length, parent: code };
  const { start, end } = code;
  const taken: Node = { kind: 'assign', op: '=', target: code.target, value: code.value, start, end, parent: code };
  return m.match(target, name, () => matchRole(m, value, taken, false, next));
}

/** In the reference `{ a }: T` and `{ a } = b` are no `{ a }` where they are parameters, nor `$X: T` or `@D() $X`. */
function isSamePart(p: Shape<'param'>, t: Shape<'param'>, { language, wide }: Names): boolean {
  if (wide || !scripts.has(language) || (t.target.kind !== 'object' && t.target.kind !== 'array')) return true;
  if (p.target?.kind === 'metavar') return p.type == null && (p.decorators ?? []).length === 0;
  return (
    p.target?.kind !== t.target.kind || ((p.type == null) === (t.type === null) && (p.default == null) === (t.default === null))
  );
}

const isSeparated = (params: readonly Node[], source: string): boolean =>
  params.some(({ end }, i) => i + 1 < params.length && /^\s*,\s*[*/]\s*,/.test(source.slice(end, params[i + 1]!.start)));

const structures: ReadonlySet<string> = new Set(['class', 'struct']);

const isValue = ({ kind }: Node): boolean => kind === 'name' || kind === 'member' || kind === 'unary' || kind === 'null';

function isOfTypeSwitch({ parent }: Node): boolean {
  if (parent?.kind !== 'switch') return false;
  const subject = parent.subject?.kind === 'assign' ? parent.subject.value : parent.subject;
  return subject?.kind === 'other' && subject.type === 'type_switch_statement';
}

/** The name of a keyword argument, as a node. */
const labelOf = (node: Shape<'named'>): Node => ({
  kind: 'name',
  name: node.name,
  start: node.start,
  end: node.start + node.name.length,
  parent: node,
});

/** `lock` or `fixed` of C#, which stand as the first item. */
function heldBy({ items }: { items?: readonly Node[] }): string {
  const [first] = items ?? [];
  return first?.kind === 'name' && (first.name === 'lock' || first.name === 'fixed') ? first.name : '';
}

/** `a::f::<T>(x)` of Rust, which is no `a::f(x)` to the reference; `x.f::<T>()` is `x.f()`. */
const isTypedPath = ({ callee, typeArgs }: Shape<'call'>, source: string): boolean =>
  typeArgs.length > 0 && callee.kind === 'member' && source.slice(callee.object.end, callee.property.start).includes('::');

/** What a call names: `f` with its types of `f<T>(x)` in TypeScript, but `o.f` of `o.f<T>(x)`. */
function called({ callee, typeArgs, start, parent }: Shape<'call'>, { language, wide }: Names): Node {
  const last = typeArgs.at(-1);
  if (!last || callee.kind !== 'name' || language !== 'typescript' || wide) return callee;
  return { kind: 'generic', base: callee, args: typeArgs, start, end: last.end, parent };
}

const isIsset = (callee: Node): boolean => callee.kind === 'name' && callee.name.toLowerCase() === 'isset';

const anything: Node = { kind: 'metavar', name: '$_', start: 0, end: 0, parent: null };

/** Python's `with a: with b:` as `with a, b:`, as far as so many items are asked for. */
function gathered(node: Shape<'with'>, wanted: number): Shape<'with'> {
  const [only, more] = node.body.kind === 'block' ? (node.body.body ?? []) : [];
  if (node.items.length >= wanted || more || only?.kind !== 'with' || only.await !== node.await) return node;
  const inner = gathered(only, wanted - node.items.length);
  return { ...node, items: [...node.items, ...inner.items], body: inner.body };
}

/** What takes a value apart. */
export const patterns: ReadonlySet<Kind> = new Set(['object', 'array']);

const typeArgs = slots.call.filter(([role]) => role === 'typeArgs');

const unmodified = slots.func.filter(([role]) => role !== 'modifiers' && role !== 'body');

const typelessNew = slots.new.filter(([role]) => role !== 'typeArgs');

const baseless = slots.class.filter(([role]) => role !== 'supers');

const slotsOfLoop = slots.foreach.filter(([role]) => role !== 'keyword');

const keywordless = slots.vardef.filter(([role]) => role !== 'keyword');

const wordOf = (node: Node): Node =>
  node.kind === 'name' ? { kind: 'string', value: node.name, start: node.start, end: node.end, parent: node.parent } : node;

const isTaking = ({ typeParams }: { typeParams?: readonly Node[] }): boolean =>
  typeParams?.some((one) => one.kind === 'other' && one.type === 'class_parameters') === true;

/** How many parameters a class of Kotlin takes. */
const taken = ({ body }: Shape<'class'>): number =>
  body.filter((one) => headMembers.has(one) && one.kind === 'vardef' && one.value?.kind !== 'new').length;

/** The label that a statement has or goes to. */
function labelText(node: { kind: Kind; name?: unknown; label?: unknown }): string | null {
  const text = node.kind === 'label' ? node.name : node.label;
  return typeof text === 'string' ? text : null;
}

const typedTarget = (target: Node, types: readonly Node[]): Node => ({
  kind: 'other',
  type: 'typed_pattern',
  text: '',
  kids: [target, ...types],
  start: target.start,
  end: types.at(-1)!.end,
  parent: target.parent,
});

/** Go's results without their names. */
function unnamedResults(returns: Node | null): Node | null {
  if (returns?.kind !== 'array' || returns.elements.length === 0) return returns;
  const types = returns.elements.map((element) => (element.kind === 'param' ? element.type : isDots(element) ? element : null));
  if (!types.every((type) => type !== null)) return returns;
  const [only] = types;
  return types.length === 1 ? only! : { ...returns, elements: types };
}

/** What stands where `node` does and only an ellipsis matches. */
const unmatchable = ({ start, end, parent }: Node): Node => ({ kind: 'error', kids: [], start, end, parent });
