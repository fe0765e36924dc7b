/**
 * `ws` and Socket.IO: what a `connection` may do. Callers are told apart during the upgrade (`verifyClient`, `io.use`), or by
 * what they send first. https://socket.io/docs/v4/middlewares/ and https://github.com/websockets/ws#client-authentication
 */
import type { Node } from '../../model/tree.ts';
import { walk } from '../locate.ts';
import type { Framework, Guarding, Route } from '../route.ts';
import { lastName } from '../route-body.ts';
import type { Tree } from '../tree.ts';
import { JavascriptGuards, knowsUsers, methodCalls } from './javascript-guards.ts';

export const websocket: Framework = {
  routes(tree, isGuard) {
    if (!/['"](?:ws|socket\.io|uWebSockets\.js|@fastify\/websocket|websocket)['"]/.test(tree.source)) return [];
    const guards = new JavascriptGuards(tree, isGuard);
    const around = onUpgrade(tree, guards);
    const found: Route[] = [];
    for (const call of methodCalls(tree, ['on'])) {
      const [event, given] = call.args;
      if (event?.kind !== 'string' || !/^connect(?:ion)?$/.test(event.value) || !given) continue;
      const { handler } = guards.handlerOf(given);
      if (handler?.kind !== 'func') continue;
      const [socket] = handler.params;
      const name = socket?.kind === 'param' ? lastName(socket.target) : '';
      if (name === '' || !acts(handler, name, tree)) continue;
      found.push({
        method: 'message',
        path: null,
        start: call.start,
        end: event.end,
        name: lastName(call.callee.object),
        // What it does was looked at here.
        handler: null,
        own: asks(handler, tree) ? 'guard' : around,
        before: [],
        owner: tree.program,
        open: false,
        explicit: around === 'none' && knowsUsers(tree),
      });
    }
    return found;
  },
  knowsUsers,
};

/** What the file does before a connection stands. */
function onUpgrade(tree: Tree, guards: JavascriptGuards): Guarding {
  if (/\bverifyClient\b|\ballowRequest\b/.test(tree.source)) return 'guard';
  let found: Guarding = 'none';
  for (const call of methodCalls(tree, ['use'])) {
    const [, next] = call.args.length > 1 ? call.args : [null, call.args[0]];
    const value = next && guards.handlerOf(next).handler;
    // `io.use((socket, next) => …)`
    const first = value?.kind === 'func' && value.params[0]?.kind === 'param' ? lastName(value.params[0].target) : '';
    if (next && (guards.guards(next) || (value && asks(value, tree) && /sock|client|conn/i.test(first)))) return 'guard';
    if (/^io$|socket|^ns|namespace/i.test(lastName(call.callee.object))) found = 'maybe';
  }
  for (const call of methodCalls(tree, ['on'])) {
    const [event, given] = call.args;
    if (event?.kind !== 'string' || event.value !== 'upgrade' || !given) continue;
    const { handler } = guards.handlerOf(given);
    if (!handler || asks(handler, tree)) return 'guard';
  }
  return found;
}

/** Looks at who is asking, by the words that it uses. */
function asks(handler: Node, tree: Tree): boolean {
  const text = tree.source.slice(handler.start, handler.end);
  return /\b(?:verify\w*|authenticat\w*|authori[sz]\w*|\w*[tT]oken\w*|\w*[sS]ession\w*|jwt\w*|handshake\.auth|getUser\w*|currentUser|isAuth\w*|requireAuth\w*|api_?[kK]ey|cookies?|40[01][0-9]|44(?:01|03)|1008|[uU]nauthori[sz]ed|origin)\b|\b(?:socket|request|req|ws|client)\.(?:data\.)?user\b/.test(
    text,
  );
}

/** Joins a room that the client names, or reads or changes stored data. */
function acts(handler: Node, socket: string, tree: Tree): boolean {
  let found = false;
  walk(handler, (node) => {
    if (found) return false;
    if (node.kind === 'call' && node.callee.kind === 'member') {
      const name = lastName(node.callee);
      const { object } = node.callee;
      if (name === 'join') found = lastName(object) === socket && node.args[0]?.kind !== 'string';
      else if (storing.test(name)) {
        const [binding] = object.kind === 'name' ? tree.names.bindings(object) : [];
        const inMemory = binding?.value?.kind === 'new' || binding?.value?.kind === 'array' || binding?.value?.kind === 'object';
        const takesFunction = node.args[0]?.kind === 'func';
        found =
          !inMemory &&
          !takesFunction &&
          !/^(?:clients|rooms|sockets|connections|users|peers|players|games?|console|JSON|Object|Math|process|fs)$/i.test(
            lastName(object),
          ) &&
          lastName(object) !== socket;
      }
    } else if (node.kind === 'call' && node.callee.kind === 'name') {
      found =
        /^(?:save|store|create|insert|update|delete|remove|load|fetch|get)[A-Z]\w*(?:Message|Order|Document|Doc|Note|User|Room|Post|Record|History|Item|Account)/.test(
          node.callee.name,
        );
    }
    return true;
  });
  return found;
}

const storing =
  /^(?:find(?:One|Many|First|Unique|All|By\w+)?|findOneAnd\w+|create(?:Many)?|insert\w*|update\w*|upsert\w*|delete(?:One|Many)?|destroy|save|query|execute|run)$/;
