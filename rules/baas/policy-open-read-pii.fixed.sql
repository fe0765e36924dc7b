create table public.staff (
  id uuid primary key,
  user_id uuid not null references auth.users,
  salary numeric
);
alter table public.staff enable row level security;
create policy "own" on public.staff for select to authenticated using ((select auth.uid()) = user_id);
