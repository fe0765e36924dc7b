/**
 * Fastify: `app.post(url, { preHandler }, handler)`, `app.route({ method, url, handler })`. Hooks of an instance run for all
 * its routes, wherever they stand, and for those of plugins that are registered on it; not for its siblings.
 * https://fastify.dev/docs/latest/Reference/Hooks/
 */
import type { Node, Shape } from '../../model/tree.ts';
import { constantOf } from '../constants.ts';
import type { Framework, Guarding, Route } from '../route.ts';
import { lastName } from '../route-body.ts';
import type { Tree } from '../tree.ts';
import { flat, JavascriptGuards, knowsUsers, methodCalls, propertyOf, valueOf } from './javascript-guards.ts';

export const fastify: Framework = {
  routes: (tree, isGuard) => (/\b(?:fastify|Fastify\w*)\b/.test(tree.source) ? new FastifyFile(tree, isGuard).routes() : []),
  knowsUsers,
};

const methods = ['get', 'post', 'put', 'patch', 'delete', 'all'];
/** Hooks that run before the handler and can answer in its place. */
const hooks: ReadonlySet<string> = new Set(['onRequest', 'preParsing', 'preValidation', 'preHandler']);
const instances = /^(?:fastify|app|server|instance|api|router|f|scope|child|routes|\w+(?:Server|App|Instance|Routes))$/;

/** An instance: what made it, or the plugin's function that it is handed to. */
interface Scope {
  key: Node | string;
  kind: 'app' | 'plugin' | 'other';
}

interface Registration {
  parent: Scope;
  prefix: string | null;
}

class FastifyFile {
  private readonly guards: JavascriptGuards;
  private readonly hooked = new Map<Scope['key'], { guarding: Guarding; nodes: Node[] }>();
  private readonly registered = new Map<Node, Registration>();

  constructor(
    private readonly tree: Tree,
    isGuard: (name: string) => boolean,
  ) {
    this.guards = new JavascriptGuards(tree, isGuard);
  }

  routes(): Route[] {
    for (const call of methodCalls(this.tree, ['register'])) this.register(call);
    for (const call of methodCalls(this.tree, ['addHook'])) this.hook(call);
    const found: Route[] = [];
    for (const call of methodCalls(this.tree, methods)) found.push(...this.shorthand(call));
    for (const call of methodCalls(this.tree, ['route'])) found.push(...this.whole(call));
    return found.sort((a, b) => a.start - b.start);
  }

  private register(call: Shape<'call'> & { callee: Shape<'member'> }): void {
    const parent = this.scopeOf(call.callee.object);
    const [plugin, options] = call.args;
    if (!parent || !plugin) return;
    const value = valueOf(unwrapped(plugin), this.tree);
    const prefix = propertyOf(valueOf(options ?? null, this.tree), 'prefix');
    const constant = prefix ? constantOf(prefix, this.tree.names) : null;
    if (value?.kind === 'func') {
      this.registered.set(value, { parent, prefix: prefix ? (constant?.kind === 'string' ? constant.value : null) : '' });
      return;
    }
    // A plugin of the project that is named for it may guard everything; those of Fastify itself only add the means.
    const name = lastName(plugin);
    const module = plugin.kind === 'name' ? this.tree.names.imported(plugin)?.[0] : null;
    if (/^(?:@fastify\/|fastify-)/.test(module ?? '') || !/auth|guard|protect|session/i.test(name || (module ?? ''))) return;
    this.add(parent.key, 'maybe', []);
  }

  private hook(call: Shape<'call'> & { callee: Shape<'member'> }): void {
    const scope = this.scopeOf(call.callee.object);
    const [name, hook] = call.args;
    if (!scope || name?.kind !== 'string' || !hooks.has(name.value) || !hook) return;
    this.add(scope.key, this.guards.strongest([hook]), [hook]);
  }

  private add(key: Scope['key'], guarding: Guarding, nodes: Node[]): void {
    const known = this.hooked.get(key);
    this.hooked.set(key, {
      guarding: known?.guarding === 'guard' ? 'guard' : guarding === 'none' ? (known?.guarding ?? 'none') : guarding,
      nodes: [...(known?.nodes ?? []), ...nodes],
    });
  }

  /** `app.post(url, [options], handler)`. */
  private shorthand(call: Shape<'call'> & { callee: Shape<'member'> }): Route[] {
    const scope = this.scopeOf(call.callee.object);
    const [url, ...rest] = call.args;
    if (!scope || !url || rest.length === 0) return [];
    const path = this.guards.pathOf(url);
    if (path === undefined) return [];
    const options = rest.length > 1 ? rest[0]! : rest[0]!.kind === 'object' ? rest[0] : null;
    const given = rest.length > 1 ? rest.at(-1)! : options ? propertyOf(options, 'handler') : rest[0]!;
    return given ? [this.declared(call, url, lastName(call.callee), path, options ?? null, given, scope)] : [];
  }

  /** `app.route({ method, url, preHandler, handler })`. */
  private whole(call: Shape<'call'> & { callee: Shape<'member'> }): Route[] {
    const scope = this.scopeOf(call.callee.object);
    const options = valueOf(call.args[0] ?? null, this.tree);
    const url = propertyOf(options, 'url') ?? propertyOf(options, 'path');
    const given = propertyOf(options, 'handler');
    const method = propertyOf(options, 'method');
    if (!scope || !options || !url || !given || !method) return [];
    const words = (method.kind === 'array' ? method.elements : [method]).flatMap((word) =>
      word.kind === 'string' ? [word.value.toLowerCase()] : [],
    );
    const word = words.find((one) => one !== 'get' && one !== 'head' && one !== 'options') ?? words[0];
    return word === undefined ? [] : [this.declared(call, url, word, this.guards.pathOf(url) ?? null, options, given, scope)];
  }

  private declared(
    call: Shape<'call'> & { callee: Shape<'member'> },
    url: Node,
    method: string,
    path: string | null,
    options: Node | null,
    given: Node,
    scope: Scope,
  ): Route {
    const { handler, name, wrappers } = this.guards.handlerOf(given);
    const value = valueOf(options, this.tree);
    const hooksOf = value?.kind === 'object' ? [...hooks].flatMap((hook) => propertyOf(value, hook) ?? []) : [];
    const front = [...flat(hooksOf), ...wrappers];
    const unread = options !== null && (value?.kind !== 'object' || value.props.some(({ kind }) => kind === 'spread'));
    const own = this.guards.strongest(front) === 'guard' ? 'guard' : unread || declaresAuth(value) ? 'maybe' : 'none';
    const around = this.around(scope, path, 0);
    return {
      method,
      path: around.path,
      start: call.callee.object.kind === 'call' ? call.callee.property.start : call.start,
      end: url.end > call.start ? url.end : call.end,
      name,
      handler,
      own,
      before: [around.guarding],
      front: [...front, ...around.front],
      owner: scope.key,
      open: around.open,
    };
  }

  /** What hooks of the instance and of those that it is registered on do. */
  private around(
    scope: Scope,
    path: string | null,
    depth: number,
  ): { guarding: Guarding; path: string | null; front: Node[]; open: boolean } {
    const own = this.hooked.get(scope.key) ?? { guarding: 'none' as const, nodes: [] };
    const at = typeof scope.key === 'string' ? undefined : this.registered.get(scope.key);
    if (!at || depth > 5) return { guarding: own.guarding, path, front: own.nodes, open: scope.kind !== 'app' };
    const joined = path === null || at.prefix === null ? null : `${at.prefix.replace(/\/$/, '')}${path}`;
    const outer = this.around(at.parent, joined, depth + 1);
    const guarding =
      own.guarding === 'guard' || outer.guarding === 'guard' ? 'guard' : own.guarding === 'maybe' ? 'maybe' : outer.guarding;
    return { ...outer, guarding, front: [...own.nodes, ...outer.front] };
  }

  private scopeOf(object: Node): Scope | null {
    // `app.withTypeProvider<T>().post(…)`, `app.get(…).post(…)`
    if (object.kind === 'call' && object.callee.kind === 'member') {
      const made = this.maker(object);
      return made ? { key: made, kind: 'app' } : this.scopeOf(object.callee.object);
    }
    if (object.kind === 'call') return this.maker(object) ? { key: object, kind: 'app' } : null;
    if (object.kind !== 'name') return null;
    const [binding] = this.tree.names.bindings(object);
    if (binding?.value) {
      const made = this.maker(binding.value);
      if (made) return { key: made, kind: 'app' };
      return binding.value.kind === 'call' &&
        binding.value.callee.kind === 'member' &&
        lastName(binding.value.callee) === 'withTypeProvider'
        ? this.scopeOf(binding.value)
        : null;
    }
    if (binding?.kind === 'param') {
      const func = binding.scope;
      const typed =
        func.kind === 'func' &&
        func.params.some(
          (param) => param.kind === 'param' && /^Fastify(?:Instance|TypedInstance|Zod\w*)?/.test(typeName(param.type)),
        );
      const isFirst = func.kind === 'func' && func.params[0]?.kind === 'param' && lastName(func.params[0].target) === object.name;
      if (isFirst && (this.registered.has(func) || typed || (instances.test(object.name) && this.speaks(object.name))))
        return { key: func, kind: 'plugin' };
      return null;
    }
    return instances.test(object.name) && this.speaks(object.name) ? { key: object.name, kind: 'other' } : null;
  }

  /** A function of other frameworks may be handed an `app`, too. */
  private speaks(name: string): boolean {
    return (
      name === 'fastify' ||
      (/['"](?:fastify|fastify-plugin|@fastify\/[\w-]+)['"]|\bFastify(?:Instance|Plugin)/.test(this.tree.source) &&
        !/['"](?:express|koa|hono)['"]/.test(this.tree.source))
    );
  }

  /** The call that makes an app. */
  private maker(value: Node): Node | null {
    if (value.kind === 'await' || value.kind === 'cast') return this.maker(value.value);
    if (value.kind !== 'call') return null;
    const { callee } = value;
    if (callee.kind === 'member')
      return /^(?:withTypeProvider|register|after|decorate|addHook)$/.test(lastName(callee)) ? this.maker(callee.object) : null;
    // `require('fastify')()`
    const required =
      callee.kind === 'call' &&
      lastName(callee.callee) === 'require' &&
      callee.args[0]?.kind === 'string' &&
      callee.args[0].value === 'fastify';
    if (required) return value;
    if (callee.kind !== 'name') return null;
    const module = this.tree.names.imported(callee)?.[0] ?? null;
    return module === 'fastify' || (module === null && /^[Ff]astify$/.test(callee.name)) ? value : null;
  }
}

const typeName = (type: Node | null): string => (type?.kind === 'generic' ? lastName(type.base) : type ? lastName(type) : '');

/** `fp(plugin)`. */
const unwrapped = (plugin: Node): Node =>
  plugin.kind === 'call' && plugin.args[0] && /^(?:fp|fastifyPlugin|plugin)$/.test(lastName(plugin.callee))
    ? plugin.args[0]
    : plugin;

/** `config: { auth: true }`, which a hook of another file may read. */
function declaresAuth(options: Node | null): boolean {
  const config = propertyOf(options, 'config');
  return (
    config?.kind === 'object' &&
    config.props.some((prop) => prop.kind === 'pair' && /auth|role|permission|scope|access|protect/i.test(lastName(prop.key)))
  );
}
