-- ruleid: baas/user-metadata-authz
create policy "a" on t for all using ((auth.jwt() -> 'user_metadata' ->> 'role') = 'admin');
-- ruleid: baas/user-metadata-authz
create policy "b" on t for select using (auth.jwt() -> 'user_metadata' ->> 'is_admin' = 'true');
-- ok: baas/user-metadata-authz
create policy "c" on t for all using ((auth.jwt() -> 'app_metadata' ->> 'role') = 'admin');
-- ok: baas/user-metadata-authz
select raw_user_meta_data ->> 'name' from auth.users;
-- ruleid: baas/user-metadata-authz
create policy "d" on t for update using (((select auth.jwt()) -> 'user_metadata' ->> 'org') = org_id::text);
-- ok: baas/user-metadata-authz
create policy "e" on t for update using ((auth.jwt() -> 'app_metadata' ->> 'org') = org_id::text);
