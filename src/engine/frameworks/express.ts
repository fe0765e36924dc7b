/**
 * Express, and what has its shape (Restify, Polka): `app.post(path, ...guards, handler)`, `router.route(path).post(…)`.
 * https://expressjs.com/en/guide/routing.html
 */
import type { Framework } from '../route.ts';
import { knowsUsers } from './javascript-guards.ts';
import { type Dialect, RouterFile } from './router-file.ts';

export const express: Framework = {
  routes: (tree, isGuard, within) => new RouterFile(tree, dialect, isGuard, within).routes(),
  knowsUsers,
};

const dialect: Dialect = {
  speaks: (source) =>
    /['"]express['"]|\bexpress\b|\(\s*_?req\w*\s*(?::[^,()]*)?,\s*_?res\w*/.test(source) &&
    !/['"](?:fastify|koa|@koa\/router|hono|@hapi\/hapi)['"]/.test(source),
  modules: /^(?:express|restify|polka|express-promise-router|express-ws)$/,
  made(name, module, { callee }) {
    if (name === 'Router' || name === 'PromiseRouter')
      return module !== null || (callee.kind === 'member' && callee.object.kind === 'name' && callee.object.name === 'express')
        ? 'router'
        : null;
    return name === 'express' || name === 'polka' || (name === 'createServer' && module === 'restify') ? 'app' : null;
  },
  owners: /^(?:app|router|server|api|routes?|\w+Router|express)$/,
  uses: ['use', 'all'],
  covers(pattern, path) {
    const prefix = pattern?.replace(/\/?\*$/, '') ?? null;
    return (
      prefix === null ||
      path === null ||
      prefix === '' ||
      prefix === '/' ||
      path === prefix ||
      path.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`)
    );
  },
  prefix: (pattern) => pattern.replace(/\/?\*$/, ''),
  base: () => '',
  mounted: (arg) => arg,
  request: /^_*(?:req|request|ctx|_)/,
};
