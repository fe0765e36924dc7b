import { ApolloServer } from '@apollo/server';
import lusca from 'lusca';

// ruleid: tokens/csrf-disabled
export const svelte = { kit: { csrf: { checkOrigin: false } } };

// ruleid: tokens/csrf-disabled
export const next = { experimental: { serverActions: { allowedOrigins: ['*'] } } };

// ruleid: tokens/csrf-disabled
export const server = new ApolloServer({ typeDefs, resolvers, csrfPrevention: false });

// ruleid: tokens/csrf-disabled
app.use(lusca({ csrf: false, xframe: 'SAMEORIGIN' }));

// ok: tokens/csrf-disabled
export const svelteOn = { kit: { csrf: { checkOrigin: true } } };
// ok: tokens/csrf-disabled
export const nextListed = { experimental: { serverActions: { allowedOrigins: ['app.example.com'] } } };
// ok: tokens/csrf-disabled
export const apollo = new ApolloServer({ typeDefs, resolvers });
// ok: tokens/csrf-disabled
app.use(lusca({ csrf: true }));
