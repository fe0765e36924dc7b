serve(async (req) => {
  // ruleid: baas/edge-function-no-auth
  const db = createClient(url, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);
  const input = await req.json();
  return Response.json(await db.rpc('add_credits', input));
});
