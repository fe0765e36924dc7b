insert into storage.buckets (id, name, public) values ('invoices', 'invoices', false);
create policy "own invoices" on storage.objects
  for insert to authenticated
  with check (bucket_id = 'invoices' and (storage.foldername(name))[1] = auth.uid()::text);
