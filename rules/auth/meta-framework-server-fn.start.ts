import { createServerFn } from '@tanstack/react-start';
import { defineAction } from 'astro:actions';
import { authMiddleware } from './auth';
import { db } from './db';

// ruleid: auth/meta-framework-server-fn
export const removePost = createServerFn({ method: 'POST' })
  .validator((id: string) => id)
  .handler(async ({ data }) => {
    await db.post.delete({ where: { id: data } });
  });

// ok: auth/meta-framework-server-fn
export const renamePost = createServerFn({ method: 'POST' })
  .middleware([authMiddleware])
  .handler(async ({ data }) => {
    await db.post.update({ where: { id: data.id }, data: { title: data.title } });
  });

export const server = {
  // ruleid: auth/meta-framework-server-fn
  addComment: defineAction({ handler: async (input) => db.comment.create({ data: input }) }),
  // ok: auth/meta-framework-server-fn
  editComment: defineAction({
    handler: async (input, context) => {
      if (!context.locals.user) throw new Error('Unauthorized');
      return db.comment.update({ where: { id: input.id, userId: context.locals.user.id }, data: {} });
    },
  }),
};
