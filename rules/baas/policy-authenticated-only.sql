-- ruleid: baas/policy-authenticated-only
create policy "a" on notes for all using (auth.role() = 'authenticated');
-- ruleid: baas/policy-authenticated-only
create policy "b" on notes for select using (auth.uid() is not null);
-- ruleid: baas/policy-authenticated-only
create policy "c" on notes for update using ((select auth.uid()) is not null);
-- ok: baas/policy-authenticated-only
create policy "d" on notes for all using (auth.uid() = user_id);
-- ok: baas/policy-authenticated-only
create policy "e" on notes for all using (auth.uid() is not null and owner = auth.uid());
-- ok: baas/policy-authenticated-only
create policy "f" on posts for select using (published);
