import { GraphQLError } from 'graphql';
import { db } from './db';

export const resolvers = {
  Mutation: {
    createPost: async (_parent, { input }, context) => {
      if (!context.user) throw new GraphQLError('unauthenticated', { extensions: { code: 'UNAUTHENTICATED' } });
      return db.post.create({ data: { title: input.title, authorId: context.user.id } });
    },
    async deletePost(_parent, { id }, context) {
      if (!context.user) throw new GraphQLError('unauthenticated', { extensions: { code: 'UNAUTHENTICATED' } });
      const { count } = await db.post.deleteMany({ where: { id, authorId: context.user.id } });
      return count > 0;
    },
  },
};
