-- ruleid: baas/grant-anon-broad
grant all on all tables in schema public to anon;
-- ruleid: baas/grant-anon-broad
GRANT ALL PRIVILEGES ON SCHEMA public TO anon, authenticated;
-- ruleid: baas/grant-anon-broad
grant service_role to authenticator;
-- ruleid: baas/grant-anon-broad
alter role anon bypassrls;
-- ruleid: baas/grant-anon-broad
grant select on auth.users to authenticated;
-- ok: baas/grant-anon-broad
grant usage on schema public to anon, authenticated;
-- ok: baas/grant-anon-broad
grant select on public.posts to anon;
-- ok: baas/grant-anon-broad
grant all on all tables in schema public to service_role;
