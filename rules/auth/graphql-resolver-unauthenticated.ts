import { GraphQLError } from 'graphql';
import { authenticated } from './auth';
import { db } from './db';

export const resolvers = {
  Query: {
    // ok: auth/graphql-resolver-unauthenticated
    posts: () => db.post.findMany(),
  },
  Mutation: {
    // ruleid: auth/graphql-resolver-unauthenticated
    createPost: async (_parent, { input }) => db.post.create({ data: input }),
    // ok: auth/graphql-resolver-unauthenticated
    updatePost: async (_parent, { id, input }, context) => {
      if (!context.user) throw new GraphQLError('unauthenticated', { extensions: { code: 'UNAUTHENTICATED' } });
      return db.post.update({ where: { id, authorId: context.user.id }, data: input });
    },
    // ruleid: auth/graphql-resolver-unauthenticated
    async deletePost(_parent, { id }) {
      await db.post.delete({ where: { id } });
      return true;
    },
    // ok: auth/graphql-resolver-unauthenticated
    publishPost: authenticated(async (_parent, { id }) => db.post.update({ where: { id }, data: { published: true } })),
    // ok: auth/graphql-resolver-unauthenticated
    likePost: (_parent, { id }, { user }) => db.like.create({ data: { postId: id, userId: user.id } }),
    // ok: auth/graphql-resolver-unauthenticated
    login: async (_parent, { email }) => db.session.create({ data: { email } }),
    // ok: auth/graphql-resolver-unauthenticated
    requestPasswordReset: async (_parent, { email }) => db.reset.create({ data: { email } }),
  },
};

// ruleid: auth/graphql-resolver-unauthenticated
builder.mutationField('removeUser', (t) =>
  t.field({ type: 'Boolean', args: { id: t.arg.id() }, resolve: async (_root, { id }) => Boolean(await db.user.delete({ where: { id } })) }),
);
// ok: auth/graphql-resolver-unauthenticated
builder.mutationField('renameUser', (t) =>
  t.field({ type: 'Boolean', authScopes: { user: true }, resolve: async (_root, { id }) => Boolean(await db.user.update({ where: { id }, data: {} })) }),
);

@Resolver(() => Comment)
export class CommentResolver {
  // ruleid: auth/graphql-resolver-unauthenticated
  @Mutation(() => Comment)
  addComment(@Arg('text') text: string) {
    return this.comments.create({ text });
  }

  // ok: auth/graphql-resolver-unauthenticated
  @Authorized()
  @Mutation(() => Boolean)
  removeComment(@Arg('id') id: string) {
    return this.comments.delete(id);
  }

  // ok: auth/graphql-resolver-unauthenticated
  @Mutation(() => Comment)
  editComment(@Arg('id') id: string, @Ctx() ctx: Context) {
    return this.comments.update({ id, author: ctx.user.id });
  }
}
