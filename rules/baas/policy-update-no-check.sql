-- ruleid: baas/policy-update-no-check
create policy "a" on notes for update using (auth.uid() = user_id) with check (true);
-- ruleid: baas/policy-update-no-check
create policy "b" on notes for all to authenticated using ((select auth.uid()) = user_id) with check ( true );
-- ruleid: baas/policy-update-no-check
create policy "c" on teams
  for update
  using (owner = auth.uid())
  with check (true);
-- ok: baas/policy-update-no-check
create policy "d" on notes for update using (auth.uid() = user_id);
-- ok: baas/policy-update-no-check
create policy "e" on notes for update using (auth.uid() = user_id) with check (auth.uid() = user_id);
-- ok: baas/policy-update-no-check
create policy "f" on notes for insert with check (auth.uid() = user_id);
