/** The frameworks whose routes are known; a descriptor is loaded when a rule asks for it. Sorted by name. */
import type { FrameworkName } from '../../model/rule.ts';
import type { Framework } from '../route.ts';

// biome-ignore format: a line for each
export const frameworks: Readonly<Record<FrameworkName, () => Promise<Framework>>> = {
  aspnet: async () => (await import('./aspnet.ts')).aspnet,
  django: async () => (await import('./django.ts')).django,
  express: async () => (await import('./express.ts')).express,
  fastapi: async () => (await import('./fastapi.ts')).fastapi,
  fastify: async () => (await import('./fastify.ts')).fastify,
  flask: async () => (await import('./flask.ts')).flask,
  go: async () => (await import('./go.ts')).go,
  graphql: async () => (await import('./graphql.ts')).graphql,
  hono: async () => (await import('./hono.ts')).hono,
  koa: async () => (await import('./koa.ts')).koa,
  laravel: async () => (await import('./laravel.ts')).laravel,
  'mcp-http': async () => (await import('./mcp-http.ts')).mcpHttp,
  'mcp-tool': async () => (await import('./mcp-tool.ts')).mcpTool,
  'meta-functions': async () => (await import('./meta-functions.ts')).metaFunctions,
  nest: async () => (await import('./nest.ts')).nest,
  'next-route': async () => (await import('./next-route.ts')).nextRoute,
  rails: async () => (await import('./rails.ts')).rails,
  'rust-web': async () => (await import('./rust-web.ts')).rustWeb,
  'server-action': async () => (await import('./server-action.ts')).serverAction,
  serverless: async () => (await import('./serverless.ts')).serverless,
  spring: async () => (await import('./spring.ts')).spring,
  trpc: async () => (await import('./trpc.ts')).trpc,
  websocket: async () => (await import('./websocket.ts')).websocket,
};
