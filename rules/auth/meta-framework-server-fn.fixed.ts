import { error, fail } from '@sveltejs/kit';
import { db } from '$lib/server/db';

export const actions = {
  create: async ({ request, locals }) => {
    if (!locals.user) error(401);
    const form = await request.formData();
    const title = String(form.get('title') ?? '');
    if (title === '') return fail(400, { title: 'missing' });
    await db.post.create({ data: { title, authorId: locals.user.id } });
    return { ok: true };
  },
};
