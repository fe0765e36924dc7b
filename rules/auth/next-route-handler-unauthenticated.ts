import { getServerSession } from 'next-auth';
import { type NextRequest, NextResponse } from 'next/server';
import { authOptions } from '@/lib/auth';
import { prisma } from '@/lib/prisma';

// ok: auth/next-route-handler-unauthenticated
export async function GET() {
  return NextResponse.json(await prisma.post.findMany({ where: { published: true } }));
}

// ruleid: auth/next-route-handler-unauthenticated
export async function POST(request: NextRequest) {
  const body = await request.json();
  const post = await prisma.post.create({ data: { title: body.title, content: body.content } });
  return NextResponse.json(post, { status: 201 });
}

// ok: auth/next-route-handler-unauthenticated
export async function PUT(request: NextRequest) {
  const session = await getServerSession(authOptions);
  if (!session?.user) return NextResponse.json({ error: 'Unauthorized' }, { status: 401 });
  const { id, title } = await request.json();
  return NextResponse.json(await prisma.post.update({ where: { id, authorId: session.user.id }, data: { title } }));
}

// The session is asked for, and then not looked at.
// ruleid: auth/next-route-handler-unauthenticated
export const PATCH = async (request: NextRequest) => {
  const session = await getServerSession(authOptions);
  const { id, title } = await request.json();
  await prisma.post.update({ where: { id }, data: { title, editedBy: session?.user?.id } });
  return new NextResponse(null, { status: 204 });
};

// ruleid: auth/next-route-handler-unauthenticated
export async function DELETE(request: NextRequest, { params }: { params: { id: string } }) {
  try {
    await prisma.post.delete({ where: { id: params.id } });
    return NextResponse.json({ ok: true });
  } catch (error) {
    return NextResponse.json({ error: 'not found' }, { status: 404 });
  }
}
