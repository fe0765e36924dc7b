'use server';
export async function remove(id: string) {
  // ruleid: baas/get-session-server-trust
  const { data: { session } } = await supabase.auth.getSession();
  if (session?.user.role !== 'admin') return;
  await db.posts.delete(id);
}
export async function list(id: string) {
  // ruleid: baas/get-session-server-trust
  const { data } = await supabase.auth.getSession();
  const { session } = data;
  return db.posts.list(session.user.id);
}
