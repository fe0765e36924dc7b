'use client';
import { createClient } from '@supabase/supabase-js';
// ruleid: baas/service-role-in-client
const admin = createClient(url, process.env.SUPABASE_SERVICE_ROLE_KEY!);
// ruleid: baas/service-role-in-client
await supabase.auth.admin.deleteUser(id);
// ruleid: baas/service-role-in-client
const headers = { 'x-hasura-admin-secret': secret };
// ok: baas/service-role-in-client
const client = createClient(url, process.env.NEXT_PUBLIC_SUPABASE_ANON_KEY!);
// ok: baas/service-role-in-client
await supabase.auth.signOut();
