import { cookies } from 'next/headers';
import { createClient } from '@/lib/server';
export async function GET() {
  const supabase = await createClient();
  // ruleid: baas/get-session-server-trust
  const { data: { session } } = await supabase.auth.getSession();
  return Response.json(await db.orders.findMany({ where: { userId: session!.user.id } }));
}
