import { getServerSession } from '#auth';
import { db } from '../db';

// ruleid: auth/meta-framework-server-fn
export default defineEventHandler(async (event) => {
  const body = await readBody(event);
  return db.insert('posts', body);
});

// ok: auth/meta-framework-server-fn
export const guarded = defineEventHandler(async (event) => {
  const { user } = await requireUserSession(event);
  return db.insert('posts', { ...(await readBody(event)), author: user.id });
});
export { getServerSession };
