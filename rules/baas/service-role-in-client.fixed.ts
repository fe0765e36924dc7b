'use server';

import { createClient } from '@supabase/supabase-js';
import { auth } from '@/auth';

const admin = createClient(process.env.SUPABASE_URL!, process.env.SUPABASE_SERVICE_ROLE_KEY!);

export async function deleteAccount() {
  const session = await auth();
  if (!session?.user) throw new Error('Unauthorized');
  await admin.auth.admin.deleteUser(session.user.id);
}
