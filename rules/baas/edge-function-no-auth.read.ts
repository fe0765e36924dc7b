Deno.serve(async () => {
  // ok: baas/edge-function-no-auth
  const db = createClient(url, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);
  return Response.json(await db.from('posts').select('id').eq('public', true));
});
