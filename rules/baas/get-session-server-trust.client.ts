import { createBrowserClient } from '@supabase/ssr';
export async function id() {
  // ok: baas/get-session-server-trust
  const { data: { session } } = await supabase.auth.getSession();
  return session?.user.id;
}
