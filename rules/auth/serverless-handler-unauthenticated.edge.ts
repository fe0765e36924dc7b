import { createClient } from 'npm:@supabase/supabase-js@2';

const supabase = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);

// ruleid: auth/serverless-handler-unauthenticated
Deno.serve(async (request) => {
  const { id } = await request.json();
  await supabase.from('orders').delete().eq('id', id);
  return new Response('ok');
});

export default {
  // ruleid: auth/serverless-handler-unauthenticated
  async fetch(request: Request, env: Env) {
    const { key, value } = await request.json();
    await env.STORE.put(key, value);
    return new Response('ok');
  },
};
