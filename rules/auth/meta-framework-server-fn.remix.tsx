import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { db } from '~/db.server';
import { getSession } from '~/session.server';

// ok: auth/meta-framework-server-fn
export async function loader() {
  return db.post.findMany();
}

// ruleid: auth/meta-framework-server-fn
export async function action({ request, params }: ActionFunctionArgs) {
  const form = await request.formData();
  await db.post.update({ where: { id: params.id }, data: { title: String(form.get('title')) } });
  return redirect('/posts');
}
export { getSession };
