const Router = require('@koa/router');
const Koa = require('koa');
const jwt = require('koa-jwt');
const { requireRole } = require('./middleware/auth');
const db = require('./db');

const app = new Koa();
const open = new Router({ prefix: '/api' });

// ruleid: auth/node-framework-unauthenticated-route
open.post('/articles', async (ctx) => {
  ctx.body = await db.articles.insert(ctx.request.body);
});
// ok: auth/node-framework-unauthenticated-route
open.post('/session', async (ctx) => {
  ctx.body = await db.sessions.insert(ctx.request.body);
});
// ok: auth/node-framework-unauthenticated-route
open.put('/settings', requireRole('admin'), async (ctx) => {
  ctx.body = await db.settings.update(ctx.request.body);
});
// ok: auth/node-framework-unauthenticated-route
open.delete('/drafts/:id', async (ctx) => {
  if (!ctx.state.user) ctx.throw(401);
  await db.drafts.remove({ id: ctx.params.id, owner: ctx.state.user.id });
  ctx.status = 204;
});
// ruleid: auth/node-framework-unauthenticated-route
open.delete('/articles/:id', async (ctx) => {
  await db.articles.remove({ id: ctx.params.id });
  ctx.status = 204;
});
app.use(open.routes()).use(open.allowedMethods());

app.use(jwt({ secret: process.env.JWT_SECRET }));
const closed = new Router();
// ok: auth/node-framework-unauthenticated-route
closed.patch('/articles/:id', async (ctx) => {
  ctx.body = await db.articles.update(ctx.params.id, ctx.request.body);
});
app.use(closed.routes());

const inner = new Router();
inner.use(async (ctx, next) => {
  if (!ctx.isAuthenticated()) return ctx.redirect('/login');
  return next();
});
// ok: auth/node-framework-unauthenticated-route
inner.post('/comments', async (ctx) => {
  ctx.body = await db.comments.insert(ctx.request.body);
});

module.exports = inner;
