import { auth } from '@/auth';
import { db } from '@/lib/db';

export default async function Page({ params }: { params: { id: string } }) {
  const session = await auth();
  if (!session) return <p>Sign in first.</p>;

  // The page checks, the action does not.
  // ruleid: auth/next-server-action-unauthenticated
  async function remove() {
    'use server';
    await db.note.delete({ where: { id: params.id } });
  }

  // ok: auth/next-server-action-unauthenticated
  const archive = async () => {
    'use server';
    const current = await auth();
    if (!current?.user) return;
    await db.note.update({ where: { id: params.id, userId: current.user.id }, data: { archived: true } });
  };

  return (
    <form action={remove}>
      <button formAction={archive}>Archive</button>
    </form>
  );
}
