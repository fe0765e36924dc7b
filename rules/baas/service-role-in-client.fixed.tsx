'use client';

import { createClient } from '@supabase/supabase-js';
import { deleteAccount } from './actions';

const client = createClient(process.env.NEXT_PUBLIC_SUPABASE_URL!, process.env.NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY!);

export function LeaveButton() {
  return (
    <button type="button" onClick={() => deleteAccount().then(() => client.auth.signOut())}>
      Delete my account
    </button>
  );
}
