/**
 * A model's API on 127.0.0.1 that asks for scripted tool calls: Anthropic Messages, OpenAI Responses and Chat Completions, and
 * Gemini's generateContent. The n-th request that offers tools is answered with the n-th call of the script, later ones with
 * a word. All that an agent sends is kept: what its model would have read.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface ScriptedCall {
  /** The first of these that the request offers; a request that offers none gets a word. */
  names: string[];
  /** A text for tools that take free text. */
  input: Record<string, unknown> | string;
  /** The agent offers it only after a search, and takes a call of it all the same. */
  deferred?: boolean;
  /** Only for a request that lacks this text: a subagent's, which has not seen the user's prompt. */
  without?: string;
}

export interface MockModel {
  /** `http://127.0.0.1:<port>`. */
  url: string;
  /** The bodies of all requests to the model, in order. */
  requests: string[];
  /** The names of the tools that were offered, in any request. */
  offered: Set<string>;
  /** How many calls of the script were given out. */
  given(): number;
  close(): void;
}

export async function mockModel(script: readonly ScriptedCall[]): Promise<MockModel> {
  const requests: string[] = [];
  const offered = new Set<string>();
  let given = 0;
  const over = (): boolean => given >= script.length;
  /** Lets a parent wait until its subagent has heard what became of the call. */
  const settled = async (): Promise<void> => {
    for (let waited = 0; waited < 15_000 && !(over() && answered > given); waited += 50) await sleep(50);
  };
  let answered = 0;
  const next = async (tools: readonly string[], body: string): Promise<Turn> => {
    const call = tools.length > 0 ? script[given] : undefined;
    answered++;
    if (call?.without !== undefined && body.includes(call.without)) await settled();
    else if (call !== undefined) {
      const name = call.names.find((one) => tools.includes(one)) ?? (call.deferred ? call.names[0] : undefined);
      if (name !== undefined) {
        given++;
        answered = given;
        return { kind: 'call', id: `call_${given}`, name, input: call.input };
      }
    }
    return { kind: 'text', text: 'done' };
  };
  const server = createServer(async (request, response) => {
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    const body = await textOf(request);
    if (request.method !== 'POST') return send(response, { object: 'list', data: [{ id: 'mock', object: 'model' }], models: [] });
    if (path.endsWith('/count_tokens')) return send(response, { input_tokens: 10 });
    if (/:countTokens$/.test(path)) return send(response, { totalTokens: 10 });
    const speak = dialects.find(({ at }) => at.test(path));
    if (speak === undefined) return send(response, {});
    requests.push(body);
    const asked = JSON.parse(body) as Asked;
    const tools = speak.tools(asked);
    for (const name of tools) offered.add(name);
    speak.answer(response, await next(tools, body), asked, path);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    offered,
    given: () => given,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

type Turn = { kind: 'text'; text: string } | { kind: 'call'; id: string; name: string; input: ScriptedCall['input'] };

// biome-ignore lint/suspicious/noExplicitAny: bodies of foreign protocols
type Asked = Record<string, any>;

interface Dialect {
  at: RegExp;
  tools(asked: Asked): string[];
  answer(response: ServerResponse, turn: Turn, asked: Asked, path: string): void;
}

const usage = { input_tokens: 10, output_tokens: 5 };
const named = (tools: unknown): string[] =>
  (Array.isArray(tools) ? tools : []).flatMap((tool: Asked): string[] =>
    tool['type'] === 'namespace' ? named(tool['tools']) : [tool['name'] ?? tool['function']?.['name'] ?? tool['type'] ?? ''],
  );
const asText = (input: ScriptedCall['input']): string => (typeof input === 'string' ? input : JSON.stringify(input));

const anthropic: Dialect = {
  at: /\/v1\/messages$/,
  tools: ({ tools }) => named(tools),
  answer(response, turn, { model, stream }) {
    const block =
      turn.kind === 'text'
        ? { type: 'text', text: turn.text }
        : { type: 'tool_use', id: turn.id, name: turn.name, input: turn.input };
    const stop = turn.kind === 'text' ? 'end_turn' : 'tool_use';
    const message = { id: 'msg_1', type: 'message', role: 'assistant', model, stop_sequence: null, usage };
    if (stream !== true) return send(response, { ...message, content: [block], stop_reason: stop });
    const delta =
      turn.kind === 'text'
        ? { type: 'text_delta', text: turn.text }
        : { type: 'input_json_delta', partial_json: asText(turn.input) };
    const empty = turn.kind === 'text' ? { type: 'text', text: '' } : { ...block, input: {} };
    events(response, [
      { type: 'message_start', message: { ...message, content: [], stop_reason: null } },
      { type: 'content_block_start', index: 0, content_block: empty },
      { type: 'content_block_delta', index: 0, delta },
      { type: 'content_block_stop', index: 0 },
      { type: 'message_delta', delta: { stop_reason: stop, stop_sequence: null }, usage: { output_tokens: 5 } },
      { type: 'message_stop' },
    ]);
  },
};

const responses: Dialect = {
  at: /\/responses$/,
  tools: ({ tools }) => named(tools),
  answer(response, turn, { model, stream, tools }) {
    const free = (Array.isArray(tools) ? tools : []).some(
      (tool: Asked) => turn.kind === 'call' && tool['type'] === 'custom' && tool['name'] === turn.name,
    );
    const space = (Array.isArray(tools) ? tools : []).find(
      (tool: Asked) => tool['type'] === 'namespace' && turn.kind === 'call' && named(tool['tools']).includes(turn.name),
    )?.['name'];
    const item =
      turn.kind === 'text'
        ? {
            type: 'message',
            id: 'msg_1',
            role: 'assistant',
            status: 'completed',
            content: [{ type: 'output_text', text: turn.text, annotations: [] }],
          }
        : free
          ? {
              type: 'custom_tool_call',
              id: `ctc_${turn.id}`,
              call_id: turn.id,
              name: turn.name,
              input: asText(turn.input),
              status: 'completed',
            }
          : {
              type: 'function_call',
              id: `fc_${turn.id}`,
              call_id: turn.id,
              name: turn.name,
              ...(space !== undefined && { namespace: space }),
              arguments: asText(turn.input),
              status: 'completed',
            };
    const whole = {
      id: 'resp_1',
      object: 'response',
      created_at: 1,
      status: 'completed',
      model,
      output: [item],
      usage: { ...usage, total_tokens: 15 },
    };
    if (stream !== true) return send(response, whole);
    events(response, [
      { type: 'response.created', sequence_number: 0, response: { ...whole, status: 'in_progress', output: [] } },
      { type: 'response.output_item.added', sequence_number: 1, output_index: 0, item: { ...item, status: 'in_progress' } },
      { type: 'response.output_item.done', sequence_number: 2, output_index: 0, item },
      { type: 'response.completed', sequence_number: 3, response: whole },
    ]);
  },
};

const chat: Dialect = {
  at: /\/chat\/completions$/,
  tools: ({ tools }) => named(tools),
  answer(response, turn, { model, stream }) {
    const finish = turn.kind === 'text' ? 'stop' : 'tool_calls';
    const calls = turn.kind === 'call' && [
      { index: 0, id: turn.id, type: 'function', function: { name: turn.name, arguments: asText(turn.input) } },
    ];
    const message = { role: 'assistant', content: turn.kind === 'text' ? turn.text : null, ...(calls && { tool_calls: calls }) };
    const head = { id: 'chat_1', created: 1, model };
    const spent = { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 };
    if (stream !== true) {
      return send(response, {
        ...head,
        object: 'chat.completion',
        choices: [{ index: 0, message, finish_reason: finish }],
        usage: spent,
      });
    }
    const chunk = (delta: object, finish_reason: string | null) => ({
      ...head,
      object: 'chat.completion.chunk',
      choices: [{ index: 0, delta, finish_reason }],
    });
    events(response, [chunk(message, null), { ...chunk({}, finish), usage: spent }], '[DONE]');
  },
};

const gemini: Dialect = {
  at: /:(?:streamG|g)enerateContent$/,
  tools: ({ tools }) => (Array.isArray(tools) ? tools : []).flatMap((tool: Asked) => named(tool['functionDeclarations'])),
  answer(response, turn, _, path) {
    const part =
      turn.kind === 'text' ? { text: turn.text } : { functionCall: { id: turn.id, name: turn.name, args: turn.input } };
    const body = {
      candidates: [{ index: 0, content: { role: 'model', parts: [part] }, finishReason: 'STOP' }],
      usageMetadata: { promptTokenCount: 10, candidatesTokenCount: 5, totalTokenCount: 15 },
    };
    if (path.endsWith(':streamGenerateContent')) events(response, [body]);
    else send(response, body);
  },
};

const dialects = [anthropic, responses, chat, gemini];

function send(response: ServerResponse, body: object): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** Server-sent events, named where the protocol names them. */
function events(response: ServerResponse, list: readonly Asked[], last?: string): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  for (const event of list) {
    if (typeof event['type'] === 'string') response.write(`event: ${event['type']}\n`);
    response.write(`data: ${JSON.stringify(event)}\n\n`);
  }
  response.end(last === undefined ? '' : `data: ${last}\n\n`);
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
