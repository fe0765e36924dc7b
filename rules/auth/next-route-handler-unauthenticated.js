import jwt from 'jsonwebtoken';
import { NextResponse } from 'next/server';
import OpenAI from 'openai';
import { sql } from '@/lib/db';

const openai = new OpenAI();

// ruleid: auth/next-route-handler-unauthenticated
export async function POST(req) {
  const { prompt } = await req.json();
  const completion = await openai.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'user', content: prompt }] });
  return NextResponse.json({ text: completion.choices[0].message.content });
}

// ok: auth/next-route-handler-unauthenticated
export async function PUT(req) {
  const token = req.headers.get('authorization')?.split(' ')[1];
  try {
    const claims = jwt.verify(token, process.env.JWT_SECRET);
    await sql`UPDATE users SET name = ${(await req.json()).name} WHERE id = ${claims.sub}`;
    return NextResponse.json({ ok: true });
  } catch {
    return NextResponse.json({ error: 'Unauthorized' }, { status: 401 });
  }
}

// ruleid: auth/next-route-handler-unauthenticated
export async function DELETE(req) {
  const { searchParams } = new URL(req.url);
  await sql`DELETE FROM users WHERE id = ${searchParams.get('id')}`;
  return NextResponse.json({ ok: true });
}

// Only shapes what it was sent.
// ok: auth/next-route-handler-unauthenticated
export async function PATCH(req) {
  const { items } = await req.json();
  const lines = [];
  for (const item of items) lines.push(item.name.trim());
  return NextResponse.json({ lines });
}
