-- ruleid: baas/storage-open
insert into storage.buckets (id, name, public) values ('invoices', 'invoices', true);
-- ruleid: baas/storage-open
create policy "up" on storage.objects for insert to authenticated with check (bucket_id = 'files');
-- ruleid: baas/storage-open
create policy "all" on storage.objects for all using (bucket_id = 'files');
-- ok: baas/storage-open
insert into storage.buckets (id, name, public) values ('avatars', 'avatars', true);
-- ok: baas/storage-open
insert into storage.buckets (id, name, public) values ('invoices', 'invoices', false);
-- ok: baas/storage-open
create policy "own" on storage.objects for insert with check (bucket_id = 'files' and (storage.foldername(name))[1] = auth.uid()::text);
-- ok: baas/storage-open
create policy "read" on storage.objects for select using (bucket_id = 'avatars');
