import { cookies } from 'next/headers';
export async function GET() {
  // ok: baas/get-session-server-trust
  const { data: { session } } = await supabase.auth.getSession();
  // ok: baas/get-session-server-trust
  const { data: { user } } = await supabase.auth.getUser();
  return Response.json({ id: session?.user.id === user?.id });
}
