import { supabase } from './supabase';

export async function prepare() {
  await supabase.storage.createBucket('invoices', { public: false, fileSizeLimit: 5_000_000 });
}

export async function link(userId: string, file: string) {
  const { data } = await supabase.storage.from('invoices').createSignedUrl(`${userId}/${file}`, 60 * 10);
  return data?.signedUrl;
}
