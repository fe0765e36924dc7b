import fastifyJwt from '@fastify/jwt';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { db } from './db';
import { requireAdmin, verifyToken } from './plugins/auth';

const app = Fastify({ logger: true });
app.register(fastifyJwt, { secret: process.env.JWT_SECRET! });

app.decorate('authenticate', async (request: FastifyRequest, reply: FastifyReply) => {
  try {
    await request.jwtVerify();
  } catch (error) {
    reply.send(error);
  }
});

// ok: auth/node-framework-unauthenticated-route
app.post('/login', async (request, reply) => reply.send({ token: app.jwt.sign({ sub: (await db.user.find(request.body)).id }) }));

// ruleid: auth/node-framework-unauthenticated-route
app.delete('/users/:id', async (request, reply) => {
  await db.user.delete({ where: { id: request.params.id } });
  return reply.code(204).send();
});

// ok: auth/node-framework-unauthenticated-route
app.delete('/teams/:id', { preHandler: [app.authenticate] }, async (request, reply) => {
  await db.team.delete({ where: { id: request.params.id } });
  return reply.code(204).send();
});

const schema = { body: { type: 'object', properties: { name: { type: 'string' } } } };
// ruleid: auth/node-framework-unauthenticated-route
app.post('/products', { schema }, async (request) => db.product.create({ data: { name: request.body.name } }));

// ok: auth/node-framework-unauthenticated-route
app.post('/orders', { schema, onRequest: verifyToken }, async (request) => db.order.create({ data: { name: request.body.name } }));

// ruleid: auth/node-framework-unauthenticated-route
app.route({
  method: 'PUT',
  url: '/products/:id',
  schema,
  handler: async (request) => db.product.update({ where: { id: request.params.id }, data: { name: request.body.name } }),
});

// ok: auth/node-framework-unauthenticated-route
app.route({
  method: ['PUT', 'PATCH'],
  url: '/orders/:id',
  preValidation: [app.authenticate, requireAdmin],
  handler: async (request) => db.order.update({ where: { id: request.params.id }, data: { name: request.body.name } }),
});

// ok: auth/node-framework-unauthenticated-route
app.post('/profile', async (request) => {
  await request.jwtVerify();
  return db.user.update({ where: { id: request.user.sub }, data: { name: request.body.name } });
});

// A hook holds in its own instance, and in those below.
app.register(
  async (scope) => {
    scope.addHook('onRequest', app.authenticate);
    // ok: auth/node-framework-unauthenticated-route
    scope.post('/invoices', async (request) => db.invoice.create({ data: { total: request.body.total } }));
    scope.register(async (child) => {
      // ok: auth/node-framework-unauthenticated-route
      child.delete('/invoices/:id', async (request) => db.invoice.delete({ where: { id: request.params.id } }));
    });
  },
  { prefix: '/billing' },
);

app.register(async (sibling) => {
  // An answer that is already on its way cannot be held back.
  sibling.addHook('onResponse', app.authenticate);
  // ruleid: auth/node-framework-unauthenticated-route
  sibling.delete('/coupons/:id', async (request) => db.coupon.delete({ where: { id: request.params.id } }));
});

async function reportRoutes(fastify: FastifyInstance) {
  fastify.addHook('preHandler', async (request, reply) => {
    if (!request.headers.authorization) return reply.code(401).send({ error: 'sign in first' });
  });
  // ok: auth/node-framework-unauthenticated-route
  fastify.post('/reports', async (request) => db.report.create({ data: { title: request.body.title } }));
}

async function noteRoutes(fastify: FastifyInstance) {
  // ruleid: auth/node-framework-unauthenticated-route
  fastify.patch('/notes/:id', async (request) => db.note.update({ where: { id: request.params.id }, data: { text: request.body.text } }));
}
app.register(reportRoutes);
app.register(noteRoutes, { prefix: '/api' });

export default fp(async (instance) => {
  // ok: auth/node-framework-unauthenticated-route
  instance.get('/health', async () => ({ ok: true }));
});
