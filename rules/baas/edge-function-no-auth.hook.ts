Deno.serve(async (req) => {
  const body = await req.text();
  const event = await stripe.webhooks.constructEventAsync(body, req.headers.get('stripe-signature')!, key);
  // ok: baas/edge-function-no-auth
  const db = createClient(url, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);
  await db.from('events').insert({ id: event.id });
});
