/**
 * Hono: `app.post(path, ...guards, handler)`, `app.use('/admin/*', guard)` above the routes, `app.route(path, router)`. A
 * pattern without a star covers that one path. https://hono.dev/docs/api/routing
 */
import type { Node } from '../../model/tree.ts';
import type { Framework } from '../route.ts';
import { lastName } from '../route-body.ts';
import { knowsUsers } from './javascript-guards.ts';
import { type Dialect, RouterFile } from './router-file.ts';

export const hono: Framework = {
  routes: (tree, isGuard, within) => (speaks(tree.source) ? new RouterFile(tree, dialect, isGuard, within).routes() : []),
  knowsUsers,
};

const speaks = (source: string): boolean =>
  /['"](?:npm:|jsr:@hono\/)?(?:hono|@hono\/[\w-]+)(?:@[\w.^~-]+)?(?:\/[\w-]+)*['"]/.test(source);

const dialect: Dialect = {
  speaks,
  modules: /^(?:npm:|jsr:@hono\/)?(?:hono|@hono\/[\w-]+)(?:@[\w.^~-]+)?(?:\/[\w-]+)*$|hono/,
  made: (name) =>
    /^(?:Hono|OpenAPIHono|HonoBase)$/.test(name) ? 'app' : /^createApp$|^createRouter$/.test(name) ? 'router' : null,
  owners: /^(?:app|router|api|routes?|server|hono|\w+(?:Router|App|Routes))$/,
  uses: ['use', 'all', 'route'],
  covers(pattern, path) {
    if (pattern === null || path === null || pattern === '' || /^\/?\*$/.test(pattern)) return true;
    const asked = partsOf(pattern);
    const given = partsOf(path);
    for (const [at, part] of asked.entries()) {
      if (part === '*' && at === asked.length - 1) return true;
      if (at >= given.length) return false;
      if (part !== '*' && !part.startsWith(':') && part !== given[at]) return false;
    }
    return asked.length === given.length;
  },
  prefix: (pattern) => pattern,
  base(value) {
    let base = '';
    for (let at: Node = value; at.kind === 'call' && at.callee.kind === 'member'; at = at.callee.object) {
      const [path] = at.args;
      if (lastName(at.callee) === 'basePath' && path?.kind === 'string') base = path.value + base;
    }
    return base;
  },
  mounted: (arg) => arg,
  request: /^_*(?:c|ctx|context|_)$/,
};

const partsOf = (path: string): string[] => path.split('/').filter((part) => part !== '');
