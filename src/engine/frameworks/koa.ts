/**
 * Koa with `@koa/router` (or `koa-router`): `router.post(path, ...guards, handler)`, `router.use([path], guard)`,
 * `app.use(guard)` above `app.use(router.routes())`. https://github.com/koajs/router/blob/master/API.md
 */
import type { Node } from '../../model/tree.ts';
import type { Framework } from '../route.ts';
import { lastName } from '../route-body.ts';
import { knowsUsers, propertyOf } from './javascript-guards.ts';
import { type Dialect, RouterFile } from './router-file.ts';

export const koa: Framework = {
  routes: (tree, isGuard, within) => (speaks(tree.source) ? new RouterFile(tree, dialect, isGuard, within).routes() : []),
  knowsUsers,
};

const speaks = (source: string): boolean => /['"](?:koa|@koa\/router|koa-router|koa-joi-router)['"]/.test(source);

const dialect: Dialect = {
  speaks,
  modules: /^(?:koa|@koa\/router|koa-router|koa-joi-router)$/,
  made: (_name, module) => (module === null ? null : module === 'koa' ? 'app' : 'router'),
  owners: /^(?:app|router|api|routes?|\w+Router)$/,
  uses: ['use', 'all'],
  covers(pattern, path) {
    const prefix = pattern?.replace(/\/?(?:\*|\(\.\*\))$/, '') ?? null;
    return prefix === null || path === null || prefix === '' || prefix === '/' || `${path}/`.startsWith(`${prefix}/`);
  },
  prefix: (pattern) => pattern,
  base(value) {
    const [options] = value.kind === 'new' || value.kind === 'call' ? value.args : [];
    const prefix = propertyOf(options ?? null, 'prefix');
    return prefix?.kind === 'string' ? prefix.value : '';
  },
  // `app.use(router.routes())`, `app.use(mount('/x', …))` stays as it is.
  mounted(arg: Node): Node {
    return arg.kind === 'call' && arg.callee.kind === 'member' && /^(?:routes|middleware)$/.test(lastName(arg.callee))
      ? arg.callee.object
      : arg;
  },
  request: /^_*(?:ctx|context|koa|_)/,
};
