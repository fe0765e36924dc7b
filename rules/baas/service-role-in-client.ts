// ruleid: baas/service-role-in-client
const open = createClient(url, import.meta.env.VITE_SUPABASE_SERVICE_ROLE_KEY);
// ok: baas/service-role-in-client
const admin = createClient(url, process.env.SUPABASE_SERVICE_ROLE_KEY!);
// ok: baas/service-role-in-client
await admin.auth.admin.deleteUser(id);
