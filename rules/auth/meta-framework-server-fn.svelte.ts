import { error, fail, json, redirect } from '@sveltejs/kit';
import bcrypt from 'bcrypt';
import { db } from '$lib/server/db';
import type { Actions, RequestHandler } from './$types';

export const actions: Actions = {
  // ruleid: auth/meta-framework-server-fn
  create: async ({ request }) => {
    const form = await request.formData();
    await db.todo.create({ data: { text: String(form.get('text')) } });
    return { success: true };
  },
  // ok: auth/meta-framework-server-fn
  remove: async ({ request, locals }) => {
    if (!locals.user) return fail(401);
    const form = await request.formData();
    await db.todo.delete({ where: { id: String(form.get('id')), userId: locals.user.id } });
  },
  // ok: auth/meta-framework-server-fn
  rename: async (event) => {
    const session = await event.locals.auth();
    if (!session) redirect(303, '/login');
    await db.todo.update({ where: { userId: session.user.id }, data: {} });
  },
  // ok: auth/meta-framework-server-fn
  login: async ({ request, cookies }) => {
    const form = await request.formData();
    const user = await db.user.findUnique({ where: { email: String(form.get('email')) } });
    if (!user || !(await bcrypt.compare(String(form.get('password')), user.hash))) return fail(400);
    cookies.set('session', await db.session.create({ data: { userId: user.id } }), { path: '/' });
  },
};

// ruleid: auth/meta-framework-server-fn
export const DELETE: RequestHandler = async ({ params }) => {
  await db.todo.delete({ where: { id: params.id } });
  return new Response(null, { status: 204 });
};

// ok: auth/meta-framework-server-fn
export const PATCH: RequestHandler = async ({ params, locals, request }) => {
  const { user } = locals;
  if (!user) error(401, 'sign in first');
  return json(await db.todo.update({ where: { id: params.id, userId: user.id }, data: await request.json() }));
};

// ok: auth/meta-framework-server-fn
export const GET: RequestHandler = async () => json(await db.todo.findMany());
