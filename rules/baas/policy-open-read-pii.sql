create table staff (
  id uuid,
  name text,
  salary numeric
);
-- ruleid: baas/policy-open-read-pii
create policy "read" on staff for select using (true);
-- ruleid: baas/policy-open-read-pii
create policy "all users" on public.users for select to authenticated using (true);
-- ruleid: baas/policy-open-read-pii
create policy "r" on payments for select to anon using (true);
-- ok: baas/policy-open-read-pii
create policy "own" on users for select using ((select auth.uid()) = id);
-- ok: baas/policy-open-read-pii
create policy "svc" on users for select to service_role using (true);
-- ok: baas/policy-open-read-pii
create policy "posts" on posts for select using (true);
create table tags (
  id bigint,
  label text
);
-- ok: baas/policy-open-read-pii
create policy "tags" on tags for select using (true);
