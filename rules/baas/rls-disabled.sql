-- ruleid: baas/rls-disabled
ALTER TABLE public.orders DISABLE ROW LEVEL SECURITY;
-- ruleid: baas/rls-disabled
alter table notes disable row level security;
-- ruleid: baas/rls-disabled
alter table if exists "public"."users"
  disable row level security;
-- ok: baas/rls-disabled
alter table notes2 enable row level security;
-- ok: baas/rls-disabled
alter table private.jobs disable row level security;
-- ok: baas/rls-disabled
alter table import disable row level security;
copy import from stdin;
alter table import enable row level security;
-- ok: baas/rls-disabled
-- alter table notes disable row level security;
