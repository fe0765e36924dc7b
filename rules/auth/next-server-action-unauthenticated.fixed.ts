'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { auth } from '@/auth';
import { db } from '@/lib/db';

const schema = z.object({ title: z.string().max(120) });

export async function deletePost(id: string) {
  const session = await auth();
  if (!session?.user) throw new Error('Unauthorized');
  await db.post.delete({ where: { id, authorId: session.user.id } });
  revalidatePath('/posts');
}

export async function createPost(form: FormData) {
  const session = await auth();
  if (!session?.user) throw new Error('Unauthorized');
  const { title } = schema.parse({ title: form.get('title') });
  await db.post.create({ data: { title, authorId: session.user.id } });
  revalidatePath('/posts');
}
