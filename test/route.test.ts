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
async function found(framework: 'express' | 'fastapi', text: string, extra = ''): Promise<string[]> {
  const rules = await compiled(framework, extra);
  const language: LanguageId = framework === 'express' ? 'typescript' : 'python';
  const path = framework === 'express' ? 'src/routes.ts' : 'routes.py';
  const { findings, failures } = await scan({ path, text, language, fragment: false }, rules, {
    parsers,
    pathFits: () => true,
    bodies: () => rules,
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
