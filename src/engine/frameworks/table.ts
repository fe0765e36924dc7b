/** The frameworks whose routes are known; a descriptor is loaded when a rule asks for it. Sorted by name. */
import type { LanguageId } from '../../model/language.ts';
import type { FrameworkName } from '../../model/rule.ts';
import type { Framework } from '../route.ts';

interface Entry {
  /** In which its routes are declared: for a text in another it need not be loaded. */
  readonly languages: readonly LanguageId[];
  load(): Promise<Framework>;
}

const scripts: readonly LanguageId[] = ['javascript', 'typescript'];

// biome-ignore format: a line for each
export const frameworks: Readonly<Record<FrameworkName, Entry>> = {
  aspnet: { languages: ['csharp'], load: async () => (await import('./aspnet.ts')).aspnet },
  django: { languages: ['python'], load: async () => (await import('./django.ts')).django },
  express: { languages: scripts, load: async () => (await import('./express.ts')).express },
  fastapi: { languages: ['python'], load: async () => (await import('./fastapi.ts')).fastapi },
  fastify: { languages: scripts, load: async () => (await import('./fastify.ts')).fastify },
  flask: { languages: ['python'], load: async () => (await import('./flask.ts')).flask },
  go: { languages: ['go'], load: async () => (await import('./go.ts')).go },
  graphql: { languages: scripts, load: async () => (await import('./graphql.ts')).graphql },
  hono: { languages: scripts, load: async () => (await import('./hono.ts')).hono },
  koa: { languages: scripts, load: async () => (await import('./koa.ts')).koa },
  laravel: { languages: ['php'], load: async () => (await import('./laravel.ts')).laravel },
  'mcp-http': { languages: ['javascript', 'typescript', 'python'], load: async () => (await import('./mcp-http.ts')).mcpHttp },
  'mcp-tool': { languages: ['javascript', 'typescript', 'python'], load: async () => (await import('./mcp-tool.ts')).mcpTool },
  'meta-functions': { languages: scripts, load: async () => (await import('./meta-functions.ts')).metaFunctions },
  nest: { languages: scripts, load: async () => (await import('./nest.ts')).nest },
  'next-route': { languages: scripts, load: async () => (await import('./next-route.ts')).nextRoute },
  rails: { languages: ['ruby'], load: async () => (await import('./rails.ts')).rails },
  'rust-web': { languages: ['rust'], load: async () => (await import('./rust-web.ts')).rustWeb },
  'server-action': { languages: scripts, load: async () => (await import('./server-action.ts')).serverAction },
  serverless: { languages: scripts, load: async () => (await import('./serverless.ts')).serverless },
  spring: { languages: ['java', 'kotlin'], load: async () => (await import('./spring.ts')).spring },
  trpc: { languages: scripts, load: async () => (await import('./trpc.ts')).trpc },
  websocket: { languages: scripts, load: async () => (await import('./websocket.ts')).websocket },
};
