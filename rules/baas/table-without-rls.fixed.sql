create table public.profiles (
  id uuid primary key references auth.users,
  display_name text
);
alter table public.profiles enable row level security;
create policy "read own" on public.profiles for select to authenticated using ((select auth.uid()) = id);
create policy "change own" on public.profiles
  for update to authenticated
  using ((select auth.uid()) = id)
  with check ((select auth.uid()) = id);
