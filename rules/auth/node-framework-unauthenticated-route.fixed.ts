import fastifyJwt from '@fastify/jwt';
import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import { db } from './db';

const app = Fastify({ logger: true });
app.register(fastifyJwt, { secret: process.env.JWT_SECRET!, sign: { expiresIn: '15m' } });

app.decorate('authenticate', async (request: FastifyRequest, reply: FastifyReply) => {
  try {
    await request.jwtVerify();
  } catch {
    return reply.code(401).send({ error: 'unauthorized' });
  }
});

app.delete('/orders/:id', { preHandler: [app.authenticate] }, async (request, reply) => {
  const { count } = await db.order.deleteMany({ where: { id: request.params.id, userId: request.user.sub } });
  return reply.code(count > 0 ? 204 : 404).send();
});

app.register(async (scope) => {
  scope.addHook('onRequest', app.authenticate);
  scope.post('/invoices', async (request) =>
    db.invoice.create({ data: { total: Number(request.body.total), userId: request.user.sub }, select: { id: true } }),
  );
});
