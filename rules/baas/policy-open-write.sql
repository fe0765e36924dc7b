-- ruleid: baas/policy-open-write
create policy "open" on public.orders for all using (true) with check (true);
-- ruleid: baas/policy-open-write
CREATE POLICY everyone ON profiles FOR UPDATE TO authenticated USING (true);
-- ruleid: baas/policy-open-write
create policy "ins" on memberships
  for insert to authenticated
  with check (true);
-- ruleid: baas/policy-open-write
create policy p on notes using (1=1);
-- ruleid: baas/policy-open-write
create policy "del" on notes for delete to anon using (auth.role() = 'anon' or true);
-- ok: baas/policy-open-write
create policy "service" on orders for all to service_role using (true) with check (true);
-- ok: baas/policy-open-write
create policy "own" on orders for update using ((select auth.uid()) = user_id);
-- ok: baas/policy-open-write
create policy "read" on posts for select using (true);
-- ok: baas/policy-open-write
create policy "join" on waitlist for insert to anon with check (true);
-- ok: baas/policy-open-write
create policy "narrow" on orders as restrictive for all using (true);
