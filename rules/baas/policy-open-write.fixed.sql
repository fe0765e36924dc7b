alter table public.orders enable row level security;
create policy "own orders" on public.orders
  for all to authenticated
  using ((select auth.uid()) = user_id)
  with check ((select auth.uid()) = user_id);
