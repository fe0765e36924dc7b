/** JavaScript and TypeScript: imports, exports, namespaces, ambient declarations. */
import type { Node, Shape } from '../model/tree.ts';
import { decorate } from './javascript-declarations.ts';
import { type Lower, make, type Table } from './lower.ts';
import type { Syntax } from './syntax.ts';

export const modules: Table = {
  import_statement: imports,
  // `import a = b.c`
  import_alias(at, lower) {
    const [alias, target] = lower.parts(at);
    return make('import', at, {
      form: 'module',
      module: target ? lower.node(target) : lower.first(at),
      name: null,
      alias: alias ? lower.node(alias) : null,
      modifiers: [],
    });
  },
  export_statement: exports,
  export_clause: (at, lower) => lower.kids(at),
  // `a as b` → key `b`, the name outside; value `a`, the name inside
  export_specifier(at, lower) {
    const value = at.at('name');
    const key = at.at('alias') ?? value;
    return key && value ? make('pair', at, { key: exported(key, lower), value: exported(value, lower) }) : lower.other(at);
  },
  // `* as n`
  namespace_export(at, lower) {
    const all = at.child('*');
    const [key] = lower.parts(at);
    return key && all ? make('pair', at, { key: exported(key, lower), value: lower.name(all) }) : lower.other(at);
  },

  module: namespace,
  internal_module: namespace,
  ambient_declaration(at, lower) {
    const word = at.child('global');
    const block = at.child('statement_block');
    if (word && block) return lower.lazy('namespace', at, { name: lower.name(word) }, block);
    return mark(lower.kids(at), ['declare']);
  },
  // The name and the type; type parameters are left out, so that they do not matter to a pattern.
  type_alias_declaration: (at, lower) => rest('type_alias', at, [lower.get(at, 'name'), lower.get(at, 'value')]),
};

const rest = (type: string, at: Syntax, kids: Node[]): Shape<'other'> => make('other', at, { type, text: '', kids });

function namespace(at: Syntax, lower: Lower): Node {
  return lower.lazy('namespace', at, { name: lower.get(at, 'name') }, at.at('body'));
}

/** Adds modifiers to the declarations that can hold them. */
function mark(nodes: Node[], modifiers: readonly string[]): Node[] {
  for (const node of nodes) {
    if (node.kind === 'func' || node.kind === 'class' || node.kind === 'vardef' || node.kind === 'import') {
      node.modifiers.unshift(...modifiers);
    }
  }
  return nodes;
}

/** A name in an import or export list: a name, a string, or the token `default`. */
const exported = (at: Syntax, lower: Lower): Node => (at.type === 'string' ? lower.node(at) : lower.name(at));

/**
 * `export <declaration>` is the declaration with the modifier `export`, and `default`. The rest is an `other`:
 * `export_default` (the expression), `export_equals` (`export = x`), `export` (`pair`s of outer and inner name) and
 * `export_from` (the module, then `pair`s, or the name `*`).
 */
function exports(at: Syntax, lower: Lower): Node | Node[] {
  const value = at.at('value');
  const declaration = at.at('declaration') ?? (value !== null && definitions.has(value.type) ? value : null);
  const decorators = at.all('decorator');
  if (declaration !== null) {
    const words = at.has('default') ? ['export', 'default'] : ['export'];
    return decorate(mark(lower.list([declaration]), words), decorators, lower);
  }
  if (value !== null) return rest('export_default', at, [lower.node(value)]);
  if (at.has('=')) return rest('export_equals', at, lower.kids(at));
  const source = at.at('source');
  const names = lower.list(at.kids.filter((kid) => kid !== source && kid.field !== 'decorator'));
  if (source === null) {
    return rest(at.has('namespace') ? 'export_namespace' : 'export', at, [...lower.list(decorators), ...names]);
  }
  const all = at.child('*');
  return rest('export_from', at, [lower.node(source), ...(all ? [lower.name(all)] : []), ...names]);
}

/** What `export default` may define without a name. */
const definitions: ReadonlySet<string> = new Set(['function_expression', 'generator_function', 'class']);

type ImportOf = Pick<Shape<'import'>, 'form' | 'name' | 'alias'> & { modifiers?: string[] };

function imports(at: Syntax, lower: Lower): Node[] {
  const required = at.child('import_require_clause');
  const clause = at.child('import_clause');
  const things: ImportOf[] = [];
  if (required) {
    const [alias] = lower.parts(required);
    things.push({ form: 'module', name: null, alias: alias ? lower.node(alias) : null });
  }
  for (const part of clause ? lower.parts(clause) : []) {
    if (part.type === 'named_imports') things.push(...lower.parts(part).map((specifier) => named(specifier, lower)));
    else if (part.type === 'namespace_import') things.push({ form: 'module', name: null, alias: lower.first(part) });
    else things.push({ form: 'name', name: make('name', part, { name: 'default' }), alias: lower.node(part) });
  }
  if (things.length === 0) things.push({ form: 'module', name: null, alias: null });
  const whole = typeWord(at, lower);
  return things.map(({ form, name, alias, modifiers }) =>
    make('import', at, {
      form,
      // Each its own: a node has one parent.
      module: lower.get(required ?? at, 'source'),
      name,
      alias,
      modifiers: [...whole, ...(modifiers ?? [])],
    }),
  );
}

function named(at: Syntax, lower: Lower): ImportOf {
  const name = at.at('name');
  return {
    form: 'name',
    name: name ? exported(name, lower) : lower.node(at),
    alias: lower.opt(at, 'alias'),
    modifiers: typeWord(at, lower),
  };
}

/** `import type …`, `import { type … }`, Flow's `import typeof …`. */
const typeWord = (at: Syntax, lower: Lower): string[] => lower.words(at, typeWords);
const typeWords: ReadonlySet<string> = new Set(['type', 'typeof']);
