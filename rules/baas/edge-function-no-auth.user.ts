Deno.serve(async (req) => {
  // ok: baas/edge-function-no-auth
  const supabase = createClient(url, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);
  const { data: { user } } = await supabase.auth.getUser(token);
  const { plan } = await req.json();
  await supabase.from('profiles').update({ plan }).eq('id', user.id);
});
