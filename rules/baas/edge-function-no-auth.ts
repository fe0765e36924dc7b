Deno.serve(async (req) => {
  // ruleid: baas/edge-function-no-auth
  const supabase = createClient(url, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);
  const { user_id, plan } = await req.json();
  await supabase.from('profiles').update({ plan }).eq('id', user_id);
  return new Response('ok');
});
