import { createClient } from 'jsr:@supabase/supabase-js@2.47.0';

Deno.serve(async (req) => {
  const jwt = req.headers.get('Authorization')?.replace('Bearer ', '') ?? '';
  const supabase = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);
  const { data: { user } } = await supabase.auth.getUser(jwt);
  if (!user) return new Response('unauthorized', { status: 401 });
  const { plan } = await req.json();
  await supabase.from('profiles').update({ wanted_plan: plan === 'pro' ? 'pro' : 'free' }).eq('id', user.id);
  return new Response('ok');
});
