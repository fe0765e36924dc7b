alter table public.reports enable row level security;
create policy "admins" on public.reports
  for select to authenticated
  using ((auth.jwt() -> 'app_metadata' ->> 'role') = 'admin');
