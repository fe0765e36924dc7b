import { auth } from '@/auth';
import { prisma } from '@/prisma';

export async function DELETE(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const session = await auth();
  if (!session) return new Response(null, { status: 401 });
  const { id } = await params;
  await prisma.order.deleteMany({ where: { id, userId: session.user.id } });
  return new Response(null, { status: 204 });
}
