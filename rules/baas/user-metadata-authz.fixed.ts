import type { User } from '@supabase/supabase-js';
import { db } from './db';

export function isAdmin(user: User): boolean {
  return user.app_metadata.role === 'admin';
}

export async function canPublish(userId: string): Promise<boolean> {
  const row = await db.role.findUnique({ where: { userId }, select: { role: true } });
  return row?.role === 'editor';
}
