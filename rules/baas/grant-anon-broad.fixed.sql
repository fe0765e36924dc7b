alter table public.posts enable row level security;
create policy "published" on public.posts for select to anon using (published);
grant usage on schema public to anon, authenticated;
grant select on public.posts to anon;
