/** Functions that a web framework hands a request to, and the types that it has there. */
import type { Node, Shape } from '../model/tree.ts';
import { holdsHandlers } from './filter.ts';
import type { Names } from './names.ts';
import { perText } from './per-text.ts';

const methods: ReadonlySet<string> = new Set('get post put patch delete del head options all use route'.split(' '));
/** What handlers are registered with, as people name it. */
const servers = /^(?:app|api|server|fastify|router|routes?|\w*(?:App|Api|Server|Router|Routes?))$/;
/** What makes one. */
const makers: ReadonlySet<string> = new Set(
  'express fastify Fastify Koa Hono OpenAPIHono Elysia Router KoaRouter polka restify Application AutoRouter IttyRouter'.split(
    ' ',
  ),
);
/** Keys under which an object that is registered holds a handler. */
const handlerKeys: ReadonlySet<string> = new Set('handler preHandler preValidation onRequest fetch'.split(' '));
const verbs: ReadonlySet<string> = new Set('GET POST PUT PATCH DELETE HEAD OPTIONS'.split(' '));
/** Functions that make a handler of a handler, as people name them. */
const wrappers = /handle|async|wrap|catch|with|guard|auth|safe/i;
const frameworks =
  /^(?:@\w+\/)?(?:express|fastify|koa|koa-router|router|hono|elysia|oak|polka|restify|next|itty-router|core|server|h3|http|http2|https|fastapi|starlette|django|rest_framework|flask|quart|aiohttp|sanic|falcon|litestar|werkzeug|pyramid)\b/;

/** Types that only requests of clients have, and those whose names others have too. */
const ownTypes =
  /^(?:[\w$]+\.)*(?:Next(?:Api)?Request|FastifyRequest|IncomingMessage|Http2ServerRequest|HttpRequest|WSGIRequest|ASGIRequest|ParameterizedContext|RouterContext|GetServerSidePropsContext)(?![\w$])/;
const sharedTypes = /^(?:([\w$]+)\.)*(Request|Context)(?![\w$])/;

/** Whether the type that is written at a parameter is that of a web request. */
export function isTypeOfRequest(type: Node | null, names: Names): boolean {
  if (!type) return false;
  const text = names.source.slice(type.start, type.end).replace(/^["']/, '');
  if (ownTypes.test(text)) return true;
  const shared = sharedTypes.exec(text);
  if (!shared) return false;
  const local = shared[1] ?? shared[2]!;
  const path = names.imported({ kind: 'name', name: local, start: type.start, end: type.end, parent: type.parent });
  // A worker's and a route's request is that of the platform, which nobody imports.
  return path ? frameworks.test(path[0]!) : shared[2] === 'Request' && !shared[1] && names.language === 'typescript';
}

/** The parameter that is the request, of a function that is registered as a handler. */
export function requestOf(func: Shape<'func'>, names: Names): Node | null {
  const param = func.params[placeOfRequest(func, names)];
  return param && !(param.kind === 'param' && param.variadic) ? param : null;
}

/** At which place a handler is given the request; -1 for other functions. */
export function placeOfRequest(func: Shape<'func'>, names: Names): number {
  const { params } = func;
  if (!holdsHandlers(names.source) || !isHandler(func, names)) return -1;
  // One with four is asked about errors.
  return params.length === 4 ? 1 : 0;
}

function isHandler(func: Shape<'func'>, names: Names): boolean {
  let at: Node = func;
  for (let hops = 0; at.parent && hops < 6; at = at.parent, hops++) {
    const { parent }: Node = at;
    switch (parent.kind) {
      case 'call':
        if (parent.callee === at) return false;
        if (registers(parent, names)) return func.params.length !== 1 || isSurelyServer(parent, names);
        if (!wrappers.test(lastName(parent.callee) ?? '') && func.params.length < 2) return false;
        continue;
      case 'pair':
        if (parent.value !== at) return false;
        if (parent.key.kind === 'name' && handlerKeys.has(parent.key.name)) continue;
        return at === func && isNamedHandler(parent.key, names);
      case 'object':
        // `{ fetch(request) { … } }`
        if (at === func && func.name?.kind === 'name' && !handlerKeys.has(func.name.name))
          return isNamedHandler(func.name, names);
        continue;
      case 'array':
      case 'cast':
        continue;
      case 'vardef':
      case 'assign':
        return isNamedHandler(parent.target, names);
      case 'other':
        return parent.type === 'export_default' && at !== func;
      default:
        return at === func && func.name !== null && isNamedHandler(func.name, names);
    }
  }
  return false;
}

/** `app.get('/', f)`, `router.route('/').get(f)`, `http.createServer(f)`, `Bun.serve({ fetch: f })`. */
function registers({ callee }: Shape<'call'>, names: Names): boolean {
  const name = lastName(callee);
  if (name === 'createServer' || name === 'serve') return true;
  if (callee.kind !== 'member' || name === null) return false;
  if (name === 'onRequest') return true;
  if (!methods.has(name)) return false;
  const from = startOf(callee);
  if (from.kind === 'call' || from.kind === 'new') return makers.has(lastName(from.callee) ?? '');
  const last = from.kind === 'member' ? from.property : from;
  if (last.kind !== 'name') return false;
  if (servers.test(last.name)) return true;
  const [only, more] = from.kind === 'name' ? names.bindings(from) : [];
  const value = only && !more ? only.value : null;
  const made = value?.kind === 'member' || value?.kind === 'call' ? startOf(value) : value;
  return (made?.kind === 'call' || made?.kind === 'new') && makers.has(lastName(made.callee) ?? '');
}

/** What a chain of calls begins with: `app` of `app.route('/').get`, `new Elysia()` of `new Elysia().use(x).get`. */
function startOf(node: Node): Node {
  let from = node.kind === 'member' ? node.object : node;
  while (from.kind === 'call' && from.callee.kind === 'member') from = from.callee.object;
  return from;
}

/** Clients, too, have `api.get('/', (answer) => …)`. */
function isSurelyServer({ callee, args }: Shape<'call'>, names: Names): boolean {
  if (holdsFramework(names.source)) return true;
  const from = callee.kind === 'member' ? startOf(callee) : callee;
  return args[0]?.kind === 'string' && args[0].value.startsWith('/') && from.kind === 'name' && !/api$/i.test(from.name);
}
const holdsFramework = perText((source) =>
  /\b(?:express|fastify|koa|hono|elysia|polka|restify|hapi|itty-router|oak|createServer|serve)\b/.test(source),
);

/** Whether a function of that name is passed to something that registers handlers, or is one by its name. */
function isNamedHandler(target: Node, names: Names): boolean {
  const name = target.kind === 'member' ? lastName(target) : target.kind === 'name' ? target.name : null;
  if (name === null) return false;
  if (verbs.has(name) && new RegExp(String.raw`\bexport\s+(?:async\s+)?(?:function|const)\s+${name}\b`).test(names.source))
    return true;
  return registered(names.source).has(name);
}

/** Names of functions that are passed to something that registers handlers. */
const registered = perText((source): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const [, args] of source.matchAll(registrations))
    for (const [, name] of args!.matchAll(/(?<![\w$])([\w$]+)\s*(?:\.bind\([^()]*\)\s*)?[,)]/g)) found.add(name!);
  return found;
});
const registrations =
  /(?:\b(?:app|api|server|fastify|router|routes?|\w+(?:App|Api|Server|Router|Routes?))\s*\.\s*(?:get|post|put|patch|delete|del|head|options|all|use)\s*\(|createServer\s*\()([^;{}\n]*)/g;

const lastName = (callee: Node): string | null =>
  callee.kind === 'name'
    ? callee.name
    : callee.kind === 'member' && callee.property.kind === 'name'
      ? callee.property.name
      : null;
