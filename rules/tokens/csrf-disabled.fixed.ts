import { ApolloServer } from '@apollo/server';
import lusca from 'lusca';
import { app } from './app';
import { resolvers, typeDefs } from './schema';

export const svelte = { kit: { csrf: { checkOrigin: true } } };

export const next = { experimental: { serverActions: { allowedOrigins: ['app.example.com'] } } };

export const server = new ApolloServer({ typeDefs, resolvers, csrfPrevention: true });

app.use(lusca({ csrf: true, xframe: 'SAMEORIGIN' }));
