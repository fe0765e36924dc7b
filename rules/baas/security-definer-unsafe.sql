-- ruleid: baas/security-definer-unsafe
create or replace function public.is_admin() returns boolean
language sql security definer as $$
  select exists (select 1 from roles where user_id = auth.uid());
$$;
-- ruleid: baas/security-definer-unsafe
create function public.add(a int) returns int as $body$
begin
  return a;
end;
$body$ language plpgsql security definer;
-- ruleid: baas/security-definer-unsafe
create view public.people as select id, email from auth.users;
-- ok: baas/security-definer-unsafe
create or replace function public.is_member() returns boolean
language sql security definer set search_path = '' as $$
  select exists (select 1 from public.roles where user_id = auth.uid());
$$;
-- ok: baas/security-definer-unsafe
create function public.total(a int) returns int as $$
  select a;
$$ language sql security invoker;
-- ok: baas/security-definer-unsafe
create function public.set_up() returns trigger as $$
begin
  return new;
end;
$$ language plpgsql security definer set search_path = public, pg_temp;
-- ok: baas/security-definer-unsafe
create view public.safe with (security_invoker = true) as select id from public.people;
