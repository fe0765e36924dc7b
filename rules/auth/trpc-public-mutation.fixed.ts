import { z } from 'zod';
import { createTRPCRouter, protectedProcedure, publicProcedure } from '../trpc';

export const postRouter = createTRPCRouter({
  list: publicProcedure.query(({ ctx }) => ctx.db.post.findMany({ where: { published: true }, take: 50 })),
  create: protectedProcedure.input(z.object({ title: z.string().max(120) })).mutation(({ ctx, input }) => {
    return ctx.db.post.create({ data: { title: input.title, authorId: ctx.session.user.id } });
  }),
  delete: protectedProcedure.input(z.object({ id: z.string().uuid() })).mutation(({ ctx, input }) => {
    return ctx.db.post.delete({ where: { id: input.id, authorId: ctx.session.user.id } });
  }),
});
