// ruleid: baas/storage-open
await supabase.storage.createBucket('documents', { public: true });
// ruleid: baas/storage-open
await bucket.createSignedUrl(path, 60 * 60 * 24 * 365);
// ok: baas/storage-open
await supabase.storage.createBucket('documents', { public: false });
// ok: baas/storage-open
await bucket.createSignedUrl(path, 60 * 10);
// ok: baas/storage-open
await supabase.storage.createBucket('avatars', { public: true });
// ruleid: baas/storage-open
const { data } = await supabase.storage.from('receipts').createSignedUrl(path, 31536000);
