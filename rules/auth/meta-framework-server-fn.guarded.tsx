import { type ActionFunctionArgs, redirect } from 'react-router';
import { db } from '~/db.server';
import { requireUserId } from '~/session.server';

// ok: auth/meta-framework-server-fn
export const action = async ({ request, params }: ActionFunctionArgs) => {
  const userId = await requireUserId(request);
  await db.post.delete({ where: { id: params.id, userId } });
  return redirect('/posts');
};
