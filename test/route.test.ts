import { describe, expect, it } from 'vitest';
import { scan } from '../src/engine/scan.ts';
import { parserAssets } from '../src/host/assets.ts';
import type { LanguageId } from '../src/model/language.ts';
import type { Rule } from '../src/model/rule.ts';
import { loadParsers } from '../src/parse/backends.ts';
import { compileRules } from '../src/rules/compile.ts';

const parsers = loadParsers(parserAssets());

async function compiled(framework: string, extra = ''): Promise<Rule[]> {
  const yaml = `rules: [{ id: r, languages: [js, ts, python], severity: high, message: '$METHOD $PATH', metadata: { confidence: high }, mode: route,
    route: { frameworks: [${framework}], mutating: true, unguarded: true ${extra} } }]`;
  const { rules, failures } = await compileRules(yaml, 'r.yaml', parsers);
  expect(failures).toEqual([]);
  return rules;
}

/** `POST /path confidence` of each finding. */
async function found(
  framework: string,
  text: string,
  extra = '',
  file = '',
  files: Record<string, string> = {},
): Promise<string[]> {
  const rules = await compiled(framework, extra);
  const language: LanguageId = framework === 'fastapi' ? 'python' : 'typescript';
  const path = file || (framework === 'fastapi' ? 'routes.py' : 'src/routes.ts');
  const { findings, failures } = await scan({ path, text, language, fragment: false }, rules, {
    parsers,
    pathFits: () => true,
    bodies: () => rules,
    readBeside: (other) => files[other] ?? null,
  });
  expect(failures).toEqual([]);
  return findings.map(({ message, confidence }) => `${message} ${confidence}`);
}

const remove = '(req, res) => { db.item.delete(req.params.id); res.sendStatus(204); }';
const app = "import express from 'express';\nconst app = express();\n";
const router = "import { Router } from 'express';\nconst router = Router();\n";

describe('express', () => {
  it('is sure where the app itself is in the file and the project signs users in', async () => {
    expect(await found('express', `${app}import jwt from 'jsonwebtoken';\napp.delete('/items/:id', ${remove});`)).toEqual([
      'DELETE /items/:id high',
    ]);
    expect(await found('express', `${app}app.delete('/items/:id', ${remove});`)).toEqual(['DELETE /items/:id low']);
  });

  it('is not sure of a router that another file mounts, unless its routes have guards of their own', async () => {
    expect(await found('express', `${router}router.delete('/:id', ${remove});\nexport default router;`)).toEqual([
      'DELETE /:id low',
    ]);
    const guarded = `router.put('/:id', requireAuth, ${remove});\n`;
    expect(await found('express', `${router}${guarded}router.delete('/:id', ${remove});\nexport default router;`)).toEqual([
      'DELETE /:id high',
    ]);
    expect(await found('express', `${router}${guarded}router.delete('/:id', items.remove);`)).toEqual(['DELETE /:id high']);
  });

  it('leaves a handler alone that relies on the file that mounts it', async () => {
    expect(
      await found('express', `${router}router.delete('/:id', (req, res) => db.item.delete({ owner: req.user.id }));`),
    ).toEqual([]);
  });

  it('follows the order of use', async () => {
    expect(await found('express', `${app}app.use(requireAuth);\napp.delete('/items/:id', ${remove});`)).toEqual([]);
    expect(
      await found('express', `${app}app.delete('/items/:id', ${remove});\napp.use(requireAuth);\napp.put('/x', requireAuth, h);`),
    ).toEqual(['DELETE /items/:id high']);
    expect(
      await found(
        'express',
        `${app}app.use('/admin', requireAuth);\napp.put('/x/:id', requireAuth, h);\napp.delete('/items/:id', ${remove});`,
      ),
    ).toEqual(['DELETE /items/:id high']);
    expect(await found('express', `${app}app.all('/items/*', requireAuth);\napp.delete('/items/:id', ${remove});`)).toEqual([]);
  });

  it('joins prefixes and guards of the places where a router is mounted', async () => {
    const both = `import express, { Router } from 'express';\nconst app = express();\nconst items = Router();\nitems.delete('/:id', ${remove});\n`;
    expect(await found('express', `${both}app.put('/y/:id', requireAuth, h);\napp.use('/items', items);`)).toEqual([
      'DELETE /items/:id high',
    ]);
    expect(await found('express', `${both}app.use('/items', requireAuth, items);`)).toEqual([]);
    expect(await found('express', `${both}app.use(passport.authenticate('jwt'));\napp.use('/items', items);`)).toEqual([]);
    // A guard of another router's place says nothing about this one.
    expect(await found('express', `${both}app.use('/admin', requireAuth, adminRouter);\napp.use('/items', items);`)).toEqual([
      'DELETE /items/:id high',
    ]);
  });

  it('takes what loads an identity for no guard', async () => {
    const text = `${app}app.use(passport.initialize());\napp.use(passport.session());\napp.use(session({}));\napp.delete('/items/:id', ${remove});`;
    expect(await found('express', text)).toEqual(['DELETE /items/:id low']);
    expect(await found('express', `${app}app.delete('/items/:id', validateBody(schema), rateLimit(), ${remove});`)).toHaveLength(
      1,
    );
  });

  it('reads guards by what they do when their names do not say it', async () => {
    const gate = 'const gate = (req, res, next) => { if (!req.session.userId) return res.status(401).end(); next(); };\n';
    expect(await found('express', `${app}${gate}app.delete('/items/:id', gate, ${remove});`)).toEqual([]);
    expect(await found('express', `${app}app.delete('/items/:id', withAuth(${remove}));`)).toEqual([]);
    expect(await found('express', `${app}app.delete('/items/:id', asyncHandler(${remove}));`)).toHaveLength(1);
  });

  it('knows routes of classes', async () => {
    const text = `import { Router } from 'express';
export class Items {
  router = Router();
  constructor() {
    this.router.put('/:id', requireAuth, this.change);
    this.router.delete('/:id', this.remove.bind(this));
  }
  change(req, res) {}
  remove(req, res) { db.item.delete(req.params.id); }
}`;
    expect(await found('express', text)).toEqual(['DELETE /:id high']);
  });

  it('lets a rule name guards and public paths', async () => {
    const text = `${app}app.delete('/items/:id', corporate, ${remove});`;
    expect(await found('express', text)).toHaveLength(1);
    expect(await found('express', text, ', guards: "^corporate$"')).toEqual([]);
    expect(await found('express', text, ', public: "^/items/"')).toEqual([]);
    expect(await found('express', text, ', path: "^/items/"')).toHaveLength(1);
    expect(await found('express', text, ', path: "^/users/"')).toEqual([]);
    expect(await found('express', text, ', name: "^remove"')).toEqual([]);
  });

  it('says nothing of other calls of the same names', async () => {
    expect(
      await found(
        'express',
        "import express from 'express';\naxios.post('/x', body);\ncache.delete('/x/1', 2);\nawait api.put('/x', { a: 1 });",
      ),
    ).toEqual([]);
    expect(
      await found(
        'express',
        "import Fastify from 'fastify';\nconst app = Fastify();\napp.delete('/x/:id', async (request, reply) => db.x.delete(1));",
      ),
    ).toEqual([]);
    expect(
      await found(
        'express',
        "import Router from '@koa/router';\nconst router = new Router();\nrouter.delete('/x/:id', async (ctx) => db.x.delete(1));",
      ),
    ).toEqual([]);
  });
});

describe('fastapi', () => {
  const head =
    'from fastapi import APIRouter, Depends, FastAPI\nfrom .auth import get_current_user\napp = FastAPI()\nrouter = APIRouter()\n';
  const body = '    db.query(Item).filter_by(id=id).delete()\n';
  const route = (owner: string, params: string): string =>
    `@${owner}.delete("/items/{id}")\nasync def remove(${params}):\n${body}`;

  it('reads dependencies of parameters, aliases, decorators, routers and apps', async () => {
    expect(await found('fastapi', head + route('app', 'id: int, db=Depends(get_db)'))).toEqual(['DELETE /items/{id} high']);
    expect(await found('fastapi', head + route('app', 'id: int, user=Depends(get_current_user)'))).toEqual([]);
    expect(await found('fastapi', head + route('app', 'id: int, user: CurrentUser'))).toEqual([]);
    expect(
      await found('fastapi', `${head}Me = Annotated[User, Depends(get_current_user)]\n${route('app', 'id: int, me: Me')}`),
    ).toEqual([]);
    expect(
      await found('fastapi', `${head}Db = Annotated[Session, Depends(get_db)]\n${route('app', 'id: int, db: Db')}`),
    ).toHaveLength(1);
    expect(
      await found(
        'fastapi',
        head.replace('FastAPI()', 'FastAPI(dependencies=[Depends(verify_token)])') + route('app', 'id: int'),
      ),
    ).toEqual([]);
    expect(
      await found(
        'fastapi',
        head.replace('APIRouter()', 'APIRouter(dependencies=[Depends(verify_token)])') + route('router', 'id: int'),
      ),
    ).toEqual([]);
  });

  it('is not sure of a dependency that it does not know, nor of a router that another file includes', async () => {
    expect(await found('fastapi', head + route('app', 'id: int, thing=Depends(get_thing)'))).toEqual(['DELETE /items/{id} low']);
    expect(await found('fastapi', head + route('router', 'id: int'))).toEqual(['DELETE /items/{id} low']);
    expect(await found('fastapi', `${head}${route('router', 'id: int')}app.include_router(router, prefix="/v1")\n`)).toEqual([
      'DELETE /v1/items/{id} high',
    ]);
    expect(
      await found(
        'fastapi',
        `${head}${route('router', 'id: int')}app.include_router(router, dependencies=[Depends(get_current_user)])\n`,
      ),
    ).toEqual([]);
  });

  it('takes an identity that may be missing for no guard', async () => {
    expect(await found('fastapi', head + route('app', 'id: int, user=Depends(get_optional_user)'))).toHaveLength(1);
    const scheme = 'scheme = OAuth2PasswordBearer(tokenUrl="token", auto_error=False)\n';
    expect(await found('fastapi', head + scheme + route('app', 'id: int, token=Depends(scheme)'))).toHaveLength(1);
  });

  it('says nothing of other frameworks', async () => {
    expect(
      await found(
        'fastapi',
        `from flask import Flask\nfrom fastapi import Depends\napp = Flask(__name__)\n${route('app', 'id')}`,
      ),
    ).toEqual([]);
  });
});

describe('koa and hono', () => {
  const change = '(c) => db.item.delete(1)';
  const hono = "import { Hono } from 'hono';\nimport { jwt } from 'hono/jwt';\nconst app = new Hono();\n";
  const koa =
    "import Koa from 'koa';\nimport Router from '@koa/router';\nconst app = new Koa();\nconst router = new Router({ prefix: '/v1' });\n";

  it('joins what a router begins with, and where it is mounted', async () => {
    expect(await found('koa', `${koa}router.delete('/items/:id', ${change});\napp.use(router.routes());`)).toEqual([
      'DELETE /v1/items/:id low',
    ]);
    const sub = `${hono}const sub = new Hono();\nsub.delete('/:id', ${change});\napp.route('/items', sub);`;
    expect(await found('hono', sub)).toEqual(['DELETE /items/:id high']);
    expect(await found('hono', sub.replace('new Hono();\nsub', "new Hono().basePath('/v1');\nsub"))).toEqual([
      'DELETE /items/v1/:id high',
    ]);
    expect(await found('hono', sub.replace('app.route(', "app.use('/items/*', jwt({}));\napp.route("))).toEqual([]);
  });

  it('follows the order of use', async () => {
    expect(
      await found('koa', `${koa}app.use(requireAuth());\nrouter.delete('/items/:id', ${change});\napp.use(router.routes());`),
    ).toEqual([]);
    expect(
      await found('koa', `${koa}router.delete('/items/:id', ${change});\napp.use(router.routes());\napp.use(requireAuth());`),
    ).toHaveLength(1);
    expect(
      await found(
        'koa',
        `${koa}router.delete('/items/:id', ${change});\nrouter.use(requireAuth());\napp.use(router.routes());`,
        ', late: true',
      ),
    ).toHaveLength(1);
    expect(
      await found(
        'koa',
        `${koa}router.delete('/items/:id', ${change});\nrouter.use('/x', requireAuth());\napp.use(router.routes());`,
        ', late: true',
      ),
    ).toEqual([]);
  });

  it("takes Hono's patterns by their letter", async () => {
    const at = (pattern: string): Promise<string[]> =>
      found('hono', `${hono}app.use('${pattern}', jwt({}));\napp.delete('/items/:id', ${change});`);
    expect(await at('/items')).toHaveLength(1);
    expect(await at('/items/*')).toEqual([]);
    expect(await at('/:any/*')).toEqual([]);
    expect(await at('*')).toEqual([]);
    expect(await at('/orders/*')).toHaveLength(1);
    expect(await at('/items/:id')).toEqual([]);
    expect(await at('/items/:id/parts')).toHaveLength(1);
  });

  it('reads chains', async () => {
    expect(await found('hono', `${hono}new Hono().use(jwt({})).delete('/items/:id', ${change});`)).toEqual([]);
    expect(await found('hono', `${hono}new Hono().delete('/items/:id', ${change}).use(jwt({}));`)).toHaveLength(1);
  });

  it('takes who is handed the turn for the guard that it is', async () => {
    const through = "app.use('*', (c, next) => c.req.path.startsWith('/open') ? next() : requireAuth(c, next));\n";
    expect(await found('hono', `${hono}${through}app.delete('/items/:id', ${change});`)).toEqual([]);
  });
});

describe('fastify', () => {
  const head = "import Fastify from 'fastify';\nimport { verifyToken } from './auth';\nconst app = Fastify();\n";
  const change = 'async (request, reply) => db.item.delete(request.params.id)';
  const route = `delete('/items/:id', ${change})`;

  it('reads options and hooks', async () => {
    expect(await found('fastify', `${head}app.${route};`)).toEqual(['DELETE /items/:id high']);
    expect(await found('fastify', `${head}app.delete('/items/:id', { onRequest: [app.authenticate] }, ${change});`)).toEqual([]);
    expect(
      await found(
        'fastify',
        `${head}const options = { preHandler: app.auth([app.verifyToken]) };\napp.delete('/items/:id', options, ${change});`,
      ),
    ).toEqual([]);
    expect(await found('fastify', `${head}app.delete('/items/:id', { ...shared }, ${change});`)).toEqual([
      'DELETE /items/:id low',
    ]);
    expect(await found('fastify', `${head}app.delete('/items/:id', { config: { auth: true } }, ${change});`)).toEqual([
      'DELETE /items/:id low',
    ]);
    expect(await found('fastify', `${head}app.${route};\napp.addHook('onRequest', verifyToken);`)).toEqual([]);
    expect(await found('fastify', `${head}app.addHook('onSend', verifyToken);\napp.${route};`)).toHaveLength(1);
  });

  it('keeps hooks within their instance', async () => {
    const scope = (inner: string): string => `app.register(async (one) => { ${inner} }, { prefix: '/one' });\n`;
    expect(await found('fastify', `${head}${scope("one.addHook('preHandler', verifyToken);")}${scope(`one.${route};`)}`)).toEqual(
      ['DELETE /one/items/:id high'],
    );
    expect(await found('fastify', `${head}app.addHook('preHandler', verifyToken);\n${scope(`one.${route};`)}`)).toEqual([]);
  });

  it('is not sure of a plugin that another file registers', async () => {
    const plugin = `import type { FastifyInstance } from 'fastify';\nexport default async (fastify: FastifyInstance) => { fastify.${route}; };`;
    expect(await found('fastify', plugin)).toEqual(['DELETE /items/:id low']);
    expect(await found('fastify', `${head}app.register(authPlugin);\napp.${route};`)).toEqual(['DELETE /items/:id low']);
  });
});

describe('roles', () => {
  const guarded = (guards: string, path = '/admin/items/:id'): string => `${app}app.delete('${path}', ${guards}, ${remove});`;
  const rule = async (text: string): Promise<string[]> => {
    const yaml = `rules: [{ id: r, languages: [ts], severity: high, message: '$METHOD $PATH', metadata: { confidence: high }, mode: route,
      route: { frameworks: [express], path: '/admin/', without-role: true } }]`;
    const { rules } = await compileRules(yaml, 'r.yaml', parsers);
    const { findings } = await scan({ path: 'a.ts', text, language: 'typescript', fragment: false }, rules, {
      parsers,
      pathFits: () => true,
      bodies: () => rules,
    });
    return findings.map(({ message }) => message);
  };

  it('asks who may, where someone asks who it is', async () => {
    expect(await rule(guarded('requireAuth'))).toEqual(['DELETE /admin/items/:id']);
    expect(await rule(guarded('requireAuth, requireAdmin'))).toEqual([]);
    expect(await rule(guarded("requireAuth, can('delete', 'item')"))).toEqual([]);
    expect(await rule(guarded('requireAuth', '/items/:id'))).toEqual([]);
    // Nobody asks anything: that is for another rule.
    expect(await rule(guarded('json()'))).toEqual([]);
  });
});

describe('identity in a handler', () => {
  const handler = (body: string): string =>
    `${app}import { getServerSession } from 'next-auth';\napp.delete('/items/:id', async (req, res) => { ${body} await db.item.delete(req.params.id); });`;

  it('protects where the answer is looked at', async () => {
    expect(await found('express', handler('const session = await getServerSession(); if (!session) return res.end();'))).toEqual(
      [],
    );
    expect(await found('express', handler('const { user } = await getServerSession(); if (user === null) return;'))).toEqual([]);
    expect(await found('express', handler('const session = await getServerSession(); log(session.user.id);'))).toEqual([]);
    expect(await found('express', handler('if (!(await getServerSession())) return;'))).toEqual([]);
    expect(await found('express', handler('const session = await getServerSession(); log(session?.user?.id);'))).toEqual([
      'DELETE /items/:id low',
    ]);
    expect(await found('express', handler("throw new Error('Unauthorized');"))).toHaveLength(1);
  });
});

describe('Next.js', () => {
  const post = 'export async function POST(req) { await db.item.create({ data: {} }); return Response.json({}); }';
  const next = (file: string, files: Record<string, string> = {}, text = post): Promise<string[]> =>
    found('next-route', text, '', file, files);

  it('tells route files and their address by the path', async () => {
    expect(await next('src/app/api/(shop)/items/[id]/route.ts')).toEqual(['POST /api/items/:id low']);
    expect(await next('lib/items.ts')).toEqual([]);
    expect(await next('app/api/auth/[...nextauth]/route.ts')).toEqual([]);
    expect(await next('app/api/webhooks/stripe/route.ts')).toEqual([]);
    expect(
      await next(
        'pages/api/items/[id].ts',
        {},
        "export default async (req, res) => { if (req.method === 'PUT') await db.item.update(1); };",
      ),
    ).toEqual(['PUT /api/items/:id low']);
  });

  it('is sure where the manifest names a package that signs users in, unless the middleware guards the path', async () => {
    const manifest = { 'package.json': '{ "dependencies": { "next-auth": "5" } }' };
    const file = 'src/app/api/items/route.ts';
    const middleware = (matcher: string): Record<string, string> => ({
      ...manifest,
      'src/middleware.ts': `export { auth as middleware } from './auth';\nexport const config = { matcher: ${matcher} };`,
    });
    expect(await next(file, { 'package.json': '{ "dependencies": { "next": "15" } }' })).toEqual(['POST /api/items low']);
    expect(await next(file, manifest)).toEqual(['POST /api/items high']);
    expect(await next(file, middleware("['/api/:path*']"))).toEqual(['POST /api/items low']);
    expect(await next(file, middleware("['/dashboard/:path*']"))).toEqual(['POST /api/items high']);
    expect(await next(file, middleware("['/((?!api|_next/static).*)']"))).toEqual(['POST /api/items high']);
  });
});

describe('the file that mounts a router', () => {
  const text = `${router}router.delete('/:id', ${remove});\nexport default router;`;
  const at = (entry: string): Promise<string[]> =>
    found('express', text, '', 'src/routes/items.ts', {
      'src/app.ts': `import jwt from 'jsonwebtoken';\n${entry}`,
      'package.json': '{ "dependencies": { "jsonwebtoken": "9" } }',
    });

  it('may guard it', async () => {
    expect(await at("import items from './routes/items';\napp.use('/items', requireAuth, items);")).toEqual([]);
    expect(await at("import items from './routes/items.js';\napp.use(requireAuth);\napp.use('/items', items);")).toEqual([]);
    expect(await at("app.use('/items', requireAuth, require('./routes/items'));")).toEqual([]);
    expect(await at("import items from './routes/items';\napp.use('/admin', requireAuth);\napp.use('/items', items);")).toEqual([
      'DELETE /:id high',
    ]);
    expect(await at("import items from './routes/items';\napp.use('/items', items);")).toEqual(['DELETE /:id high']);
    // Somebody else mounts it.
    expect(await at("import users from './routes/users';\napp.use('/users', users);")).toEqual(['DELETE /:id low']);
  });
});

describe('frameworks of decorators, procedures and functions', () => {
  const controller = (guard: string): string =>
    `import { Controller, Delete, UseGuards } from '@nestjs/common';\nimport { JwtAuthGuard } from './auth/guard';\n${guard}\n@Controller('items')\nexport class Items { @Delete(':id') remove(id) { return this.items.delete(id); } }`;

  it("knows NestJS' guards of a class, a file and the app", async () => {
    expect(await found('nest', controller(''))).toEqual(['DELETE /items/:id high']);
    expect(await found('nest', controller('@UseGuards(JwtAuthGuard)'))).toEqual([]);
    const root = (text: string): Promise<string[]> =>
      found('nest', controller(''), '', 'src/items/items.controller.ts', { 'src/app.module.ts': text });
    expect(await root('providers: [{ provide: APP_GUARD, useClass: JwtAuthGuard }]')).toEqual([]);
    expect(await root('providers: [{ provide: APP_GUARD, useClass: ThrottlerGuard }]')).toEqual(['DELETE /items/:id high']);
    expect(await found('nest', controller('').replace("@Delete(':id')", "@Public() @Delete(':id')"))).toEqual([
      'DELETE /items/:id low',
    ]);
  });

  it('tells procedures by what they are built on', async () => {
    const procedure = (on: string): Promise<string[]> =>
      found(
        'trpc',
        `import { protectedProcedure } from './trpc';\nexport const r = router({ remove: ${on}.input(z.string()).mutation(({ ctx, input }) => ctx.db.item.delete(input)) });`,
      );
    expect(await procedure('publicProcedure')).toEqual(['MUTATION a computed path high']);
    expect(await procedure('t.procedure')).toHaveLength(1);
    expect(await procedure('protectedProcedure')).toEqual([]);
    expect(await procedure('publicProcedure.use(isAuthed)')).toEqual([]);
    expect(await procedure('someProcedure')).toEqual(['MUTATION a computed path low']);
  });

  it('reads the places of Nitro and SvelteKit', async () => {
    const nitro = 'export default defineEventHandler(async (event) => db.insert(await readBody(event)));';
    expect(await found('meta-functions', nitro, '', 'server/api/items.post.ts')).toEqual(['POST /api/items low']);
    expect(await found('meta-functions', nitro, '', 'server/api/auth/login.post.ts')).toEqual([]);
    const svelte = 'export const POST = async ({ request }) => { await db.item.create({ data: await request.json() }); };';
    expect(await found('meta-functions', svelte, '', 'src/routes/items/+server.ts')).toHaveLength(1);
    expect(await found('meta-functions', svelte, '', 'src/items.ts')).toEqual([]);
  });

  it('leaves a transport of MCP to the rule for it', async () => {
    const text = `${app}import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';\napp.post('/mcp', async (req, res) => { await transport.handleRequest(req, res); });`;
    expect(await found('express', text)).toEqual([]);
    expect(await found('mcp-http', text)).toEqual(['POST /mcp high']);
    expect(await found('mcp-http', `${text}\napp.listen(3000, '127.0.0.1');`)).toEqual(['POST /mcp low']);
  });
});
