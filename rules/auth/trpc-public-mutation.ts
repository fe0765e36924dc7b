import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import { createTRPCRouter, protectedProcedure, publicProcedure, t } from '../trpc';

const isAuthed = t.middleware(({ ctx, next }) => {
  if (!ctx.session?.user) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next({ ctx: { user: ctx.session.user } });
});
const ownProcedure = t.procedure.use(isAuthed);
const loggedProcedure = t.procedure.use(logging);

export const postRouter = createTRPCRouter({
  // ok: auth/trpc-public-mutation
  list: publicProcedure.query(({ ctx }) => ctx.db.post.findMany()),
  // ruleid: auth/trpc-public-mutation
  create: publicProcedure.input(z.object({ title: z.string() })).mutation(async ({ ctx, input }) => {
    return ctx.db.post.create({ data: { title: input.title } });
  }),
  // ok: auth/trpc-public-mutation
  update: protectedProcedure.input(z.object({ id: z.string() })).mutation(({ ctx, input }) => {
    return ctx.db.post.update({ where: { id: input.id, authorId: ctx.session.user.id }, data: {} });
  }),
  // ruleid: auth/trpc-public-mutation
  delete: publicProcedure.input(z.string()).mutation(({ ctx, input }) => ctx.db.post.delete({ where: { id: input } })),
  // ok: auth/trpc-public-mutation
  archive: ownProcedure.input(z.string()).mutation(({ ctx, input }) => ctx.db.post.update({ where: { id: input }, data: {} })),
  // ok: auth/trpc-public-mutation
  like: publicProcedure.input(z.string()).mutation(async ({ ctx, input }) => {
    if (!ctx.session?.user) throw new TRPCError({ code: 'UNAUTHORIZED' });
    await ctx.db.like.create({ data: { postId: input, userId: ctx.session.user.id } });
  }),
  // ok: auth/trpc-public-mutation
  signup: publicProcedure.input(z.object({ email: z.string() })).mutation(({ ctx, input }) => ctx.db.user.create({ data: input })),
  // ok: auth/trpc-public-mutation
  subscribeToNewsletter: publicProcedure.input(z.string()).mutation(({ ctx, input }) => ctx.db.subscriber.create({ data: { email: input } })),
  // ok: auth/trpc-public-mutation
  guarded: publicProcedure.use(isAuthed).mutation(({ ctx }) => ctx.db.post.deleteMany()),
  // Any procedure that only computes may be open.
  // ok: auth/trpc-public-mutation
  preview: publicProcedure.input(z.string()).mutation(({ input }) => ({ html: input.trim() })),
  // ruleid: auth/trpc-public-mutation
  purge: t.procedure.mutation(({ ctx }) => ctx.db.post.deleteMany()),
  // ruleid: auth/trpc-public-mutation
  restore: loggedProcedure.input(z.string()).mutation(({ ctx, input }) => ctx.db.post.update({ where: { id: input }, data: { deleted: false } })),
});

// ok: auth/trpc-public-mutation
export const api = createApi({ endpoints: (builder) => ({ add: builder.mutation({ query: (body) => ({ url: 'posts', method: 'POST', body }) }) }) });
