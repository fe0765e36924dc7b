import { cookies } from 'next/headers';
import { createClient } from '@/lib/server';
import { db } from '@/lib/db';

export async function GET() {
  const supabase = await createClient(await cookies());
  const { data: { user } } = await supabase.auth.getUser();
  if (!user) return Response.json({ error: 'unauthorized' }, { status: 401 });
  return Response.json(await db.orders.findMany({ where: { userId: user.id }, take: 50 }));
}
