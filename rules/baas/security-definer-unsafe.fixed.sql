create or replace function public.is_admin() returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.roles where user_id = (select auth.uid()) and role = 'admin');
$$;
revoke execute on function public.is_admin() from anon, public;

create or replace function public.total(a int) returns int
language sql security invoker as $$
  select a;
$$;

create view public.people with (security_invoker = true) as select id, display_name from public.profiles;
