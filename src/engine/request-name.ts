/** What is a web request under a name of its own: the first parameter of a handler, and `const r = req`. */
import type { Node, Shape } from '../model/tree.ts';
import { holdsHandlers } from './filter.ts';
import type { Names } from './names.ts';

/** Names that rules know a request by. */
const known = /^_?(?:req|request|ctx|context|event|evt|c)$/;

const methods: ReadonlySet<string> = new Set('get post put patch delete del head options all use route'.split(' '));
/** What handlers are registered with, as people name it. */
const servers = /^(?:app|api|server|fastify|router|routes?|\w*(?:App|Api|Server|Router|Routes?))$/;

const candidatesOf = new WeakMap<Names, ReadonlySet<string>>();

/** Names that may be such by the text: other names of a request, and first parameters of several. */
function candidates(names: Names): ReadonlySet<string> {
  let found = candidatesOf.get(names);
  if (!found) {
    const { source } = names;
    const words = [
      ...source.matchAll(/(?<![\w$.])([A-Za-z_$][\w$]*)\s*(?::[^=\n]{0,60})?=\s*_?(?:req|request)\s*(?=[;,)\r\n]|$)/g),
      ...(holdsHandlers(source) ? source.matchAll(/\(\s*([A-Za-z_$][\w$]*)\s*(?::[^,()=]{1,60})?,\s*[\w$]/g) : []),
      ...(holdsHandlers(source) ? source.matchAll(/\(\s*[A-Za-z_$][\w$]*\s*,\s*([A-Za-z_$][\w$]*)\s*,\s*[\w$]+\s*,/g) : []),
    ].map(([, name]) => name!);
    candidatesOf.set(names, (found = new Set(words.filter((word) => !known.test(word)))));
  }
  return found;
}

/** Whether the name stands for a web request that rules would know by the name `req`. */
export function isRequest(t: Shape<'name'>, names: Names, hops = 0): boolean {
  if (!candidates(names).has(t.name) || hops > 4) return false;
  const [only, more] = names.bindings(t);
  if (!only || more) return false;
  if (only.kind === 'param') {
    const func = only.node.parent;
    return func?.kind === 'func' && requestOf(func, names) === only.node;
  }
  const { value } = only;
  return (
    only.kind === 'variable' &&
    value?.kind === 'name' &&
    (/^_?req(?:uest)?$/.test(value.name) || isRequest(value, names, hops + 1))
  );
}

/** The parameter that is the request, of a function that is registered as a handler. */
export function requestOf(func: Shape<'func'>, names: Names): Node | null {
  const { params, parent } = func;
  if (params.length < 2 || !holdsHandlers(names.source)) return null;
  // One with four is asked about errors.
  const request = params[params.length === 4 ? 1 : 0]!;
  if (parent?.kind === 'call' && parent.callee !== func) return registers(parent) ? request : null;
  const name = func.name ?? (parent?.kind === 'vardef' ? parent.target : null);
  return name?.kind === 'name' && isRegistered(name.name, names.source) ? request : null;
}

/** `app.get('/', f)`, `router.route('/').get(f)`, `http.createServer(f)`. */
function registers({ callee }: Shape<'call'>): boolean {
  if (callee.kind === 'name') return callee.name === 'createServer';
  if (callee.kind !== 'member' || callee.property.kind !== 'name') return false;
  if (callee.property.name === 'createServer') return true;
  if (!methods.has(callee.property.name)) return false;
  let from = callee.object;
  while (from.kind === 'call' && from.callee.kind === 'member') from = from.callee.object;
  const last = from.kind === 'member' ? from.property : from;
  return last.kind === 'name' && servers.test(last.name);
}

/** Whether a function of that name is passed to something that registers handlers. */
const isRegistered = (name: string, source: string): boolean =>
  new RegExp(
    String.raw`(?:\b(?:app|api|server|fastify|router|routes?|\w+(?:App|Api|Server|Router|Routes?))\s*\.\s*(?:get|post|put|patch|delete|del|head|options|all|use)\s*\(|createServer\s*\()[^;{}\n]*\b${name.replaceAll('$', '\\$')}\s*[,)]`,
  ).test(source);
