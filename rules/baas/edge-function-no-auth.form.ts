Deno.serve(async (req) => {
  const body = new URL(req.url);
  // ruleid: baas/edge-function-no-auth
  const db = createClient(url, Deno.env.get("SUPABASE_SERVICE_ROLE_KEY") ?? "");
  const form = await req.formData();
  return Response.json(await db.from('orders').insert({ name: form.get('name') }));
});
