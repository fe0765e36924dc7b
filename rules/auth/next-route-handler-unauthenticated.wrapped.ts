import { NextResponse } from 'next/server';
import { db } from '@/db';
import { invoices } from '@/db/schema';
import { requireUser, withAuth } from '@/lib/auth';
import { createClient } from '@/lib/supabase/server';

// ok: auth/next-route-handler-unauthenticated
export const POST = withAuth(async (request, { user }) => {
  const body = await request.json();
  return NextResponse.json(await db.insert(invoices).values({ ...body, userId: user.id }));
});

// ok: auth/next-route-handler-unauthenticated
export async function PATCH(request: Request) {
  const supabase = await createClient();
  const { data, error } = await supabase.auth.getUser();
  if (error || !data.user) return new Response('Unauthorized', { status: 401 });
  await supabase.from('invoices').update(await request.json()).eq('user_id', data.user.id);
  return new Response(null, { status: 204 });
}

// ok: auth/next-route-handler-unauthenticated
export async function PUT(request: Request) {
  const user = await requireUser();
  return NextResponse.json(await db.update(invoices).set(await request.json()).where({ userId: user.id }));
}

// ok: auth/next-route-handler-unauthenticated
export async function DELETE(request: Request) {
  if (request.headers.get('authorization') !== `Bearer ${process.env.CRON_SECRET}`) return new Response('no', { status: 401 });
  await db.delete(invoices);
  return new Response(null, { status: 204 });
}
