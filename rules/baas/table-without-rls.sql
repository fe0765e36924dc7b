-- ruleid: baas/table-without-rls
create table profiles (
  id uuid primary key references auth.users,
  email text
);
-- ruleid: baas/table-without-rls
CREATE TABLE IF NOT EXISTS public.orders (id bigint);
-- ruleid: baas/table-without-rls
create table "notes" (id bigint);
-- ok: baas/table-without-rls
create table public.items (
  id bigint generated always as identity
);
alter table public.items enable row level security;
-- ok: baas/table-without-rls
create table private.jobs (id bigint);
-- ok: baas/table-without-rls
create temp table scratch (id bigint);
-- ok: baas/table-without-rls
create table old (id bigint);
drop table old;
-- ok: baas/table-without-rls
create table "Teams" (id bigint);
ALTER TABLE "public"."Teams" ENABLE ROW LEVEL SECURITY;
