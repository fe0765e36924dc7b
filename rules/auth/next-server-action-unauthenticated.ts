'use server';

import { revalidatePath } from 'next/cache';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { auth, signIn } from '@/auth';
import { db } from '@/lib/db';
import { authActionClient } from '@/lib/safe-action';

const schema = z.object({ title: z.string() });

// ruleid: auth/next-server-action-unauthenticated
export async function deletePost(id: string) {
  await db.post.delete({ where: { id } });
  revalidatePath('/posts');
}

// ok: auth/next-server-action-unauthenticated
export async function updatePost(id: string, form: FormData) {
  const session = await auth();
  if (!session?.user) throw new Error('Unauthorized');
  await db.post.update({ where: { id, authorId: session.user.id }, data: schema.parse(Object.fromEntries(form)) });
  revalidatePath('/posts');
}

// ruleid: auth/next-server-action-unauthenticated
export const createInvoice = async (form: FormData) => {
  const { title } = schema.parse({ title: form.get('title') });
  await db.invoice.create({ data: { title } });
  redirect('/invoices');
};

// Whom to change is told by the caller.
// ruleid: auth/next-server-action-unauthenticated
export async function updateEmail(userId: string, email: string) {
  return db.user.update({ where: { id: userId }, data: { email } });
}

async function currentUserId() {
  const session = await auth();
  if (!session) redirect('/login');
  return session.user.id;
}

// ok: auth/next-server-action-unauthenticated
export async function deleteAccount() {
  await db.user.delete({ where: { id: await currentUserId() } });
}

// ok: auth/next-server-action-unauthenticated
export const renameTeam = authActionClient.schema(schema).action(async ({ parsedInput, ctx }) => {
  await db.team.update({ where: { ownerId: ctx.user.id }, data: { name: parsedInput.title } });
});

// ok: auth/next-server-action-unauthenticated
export async function login(form: FormData) {
  await db.loginAttempt.create({ data: { email: String(form.get('email')) } });
  await signIn('credentials', form);
}

// ok: auth/next-server-action-unauthenticated
export async function setTheme(theme: string) {
  (await cookies()).set('theme', theme);
}

// ok: auth/next-server-action-unauthenticated
export async function refresh() {
  revalidatePath('/posts');
}

// ok: auth/next-server-action-unauthenticated
export async function subscribeToNewsletter(form: FormData) {
  await db.subscriber.create({ data: { email: String(form.get('email')) } });
}

// ok: auth/next-server-action-unauthenticated
async function notExported(id: string) {
  await db.post.delete({ where: { id } });
}
