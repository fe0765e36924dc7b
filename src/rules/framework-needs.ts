/** The text filter of routes: what stands in every file that declares routes of a framework. */
import type { FrameworkName, Needs } from '../model/rule.ts';

const word = (value: string): Needs => ({ kind: 'word', value });
const text = (value: string): Needs => ({ kind: 'text', value });
const anyWord = (words: string): Needs => ({ kind: 'any', of: words.split(' ').map(word) });
const anyOf = (...of: Needs[]): Needs => ({ kind: 'any', of });
const allOf = (...of: Needs[]): Needs => ({ kind: 'all', of });

/** Words of which one names the method of a route. */
const methods = anyWord('post put patch delete del all get api_route');

/** Sorted by name. */
// biome-ignore format: a line for each
export const frameworkNeeds: Readonly<Record<FrameworkName, Needs>> = {
  aspnet: anyWord('HttpPost HttpPut HttpPatch HttpDelete MapPost MapPut MapPatch MapDelete HttpGet MapGet AcceptVerbs'),
  django: allOf(anyWord('django rest_framework ninja'), anyWord('post put patch delete POST PUT PATCH DELETE create update destroy partial_update request')),
  // Or a function that is handed the app.
  express: allOf(methods, anyOf(anyWord('express Express Router restify polka'), allOf(anyWord('app router server api'), anyWord('req _req request')))),
  fastapi: allOf(methods, anyWord('fastapi starlette')),
  fastify: allOf(anyWord('post put patch delete all get route'), anyOf(text('fastify'), text('Fastify'))),
  flask: anyWord('flask flask_restful flask_restx flask_smorest flask_classful flask_openapi3 quart sanic apiflask bottle'),
  go: allOf(anyWord('POST PUT PATCH DELETE GET Post Put Patch Delete Get HandleFunc Handle Any All'), anyWord('gin echo chi mux http fiber')),
  graphql: anyWord('Mutation mutationField'),
  hono: allOf(methods, text('hono')),
  koa: allOf(methods, text('koa')),
  laravel: anyOf(allOf(word('Route'), anyWord('post put patch delete any match resource apiResource get')), word('Controller')),
  'mcp-http': allOf(anyOf(text('mcp'), text('modelcontextprotocol')), anyWord('handleRequest handlePostMessage StreamableHTTPServerTransport SSEServerTransport StreamableHTTPTransport WebStandardStreamableHTTPServerTransport createMcpHandler initializeMcpApiHandler serve serveSSE mount run run_async run_http_async streamable_http_app sse_app http_app')),
  'mcp-tool': allOf(anyOf(text('mcp'), text('modelcontextprotocol')), anyWord('tool registerTool')),
  'meta-functions': anyOf(anyWord('actions action defineEventHandler eventHandler defineAction createServerFn APIRoute RequestHandler'), text('EventHandler'), allOf(word('export'), anyWord('POST PUT PATCH DELETE'))),
  nest: anyOf(text('@nestjs/'), text('routing-controllers')),
  'next-route': anyOf(allOf(anyWord('POST PUT PATCH DELETE'), anyWord('export exports')), anyWord('NextApiRequest NextApiHandler'), allOf(anyWord('default exports'), word('req'), word('res'))),
  rails: allOf(anyWord('ApplicationController params before_action skip_before_action allow_unauthenticated_access'), word('def')),
  'rust-web': allOf(anyWord('axum actix_web rocket poem'), anyWord('post put patch delete any')),
  'server-action': text('use server'),
  serverless: anyOf(allOf(word('event'), anyWord('body pathParameters queryStringParameters httpMethod requestContext rawPath APIGatewayProxyEvent APIGatewayProxyEventV2')), allOf(word('fetch'), word('default')), word('serve'), allOf(anyWord('onRequest onCall'), text('firebase-functions'))),
  spring: anyWord('PostMapping PutMapping PatchMapping DeleteMapping GetMapping RequestMapping'),
  trpc: allOf(word('mutation'), anyOf(text('rocedure'))),
  websocket: allOf(text('connect'), anyOf(text('socket'), text('ws'), text('Socket'))),
};
