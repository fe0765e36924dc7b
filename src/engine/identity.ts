/** Expressions that say who is asking, in each language's usual frameworks. */
import type { Node, Shape } from '../model/tree.ts';

const holders: ReadonlySet<string> = new Set(
  'req request $request ctx context c locals state session event g var socket extra HttpContext Context httpContext'.split(' '),
);
const identities: ReadonlySet<string> = new Set(
  (
    'user auth userId user_id currentUser current_user account admin isAdmin principal uid authInfo accountability User ' +
    'remote_user userID'
  ).split(' '),
);
/** Names that stand for the caller wherever they are. */
const callers =
  /^(?:_?current_?(?:user|account|member|admin|customer|employee|identity)(?:_?id)?|\$current_?user|current_active_user)$/i;
/** Functions that answer who is asking. */
const answers = new Set(
  (
    'get_jwt_identity get_jwt current_user currentUser getCurrentUser get_current_user GetCurrentUser getServerSession getSession ' +
    'getAuth getUserId get_user_id GetUserID getUserID getAuthentication getPrincipal getUserPrincipal getRemoteUser ' +
    'GetUserAsync GetUserId GetUserIdFromContext UserFromContext UserIDFromContext GetUserFromContext FindFirstValue ' +
    'requireUser requireUserId requireUserSession getUserIdentity verifyIdToken verify_id_token authenticated_userid ' +
    'verify_jwt_in_request getUser currentUserId currentSession current_session'
  ).split(' '),
);
/** Getters that read a named value of the session or the request's context. */
const getters: ReadonlySet<string> = new Set(
  'get Get MustGet GetString GetInt GetInt64 GetUint Locals Value GetInt32 getAttribute pull has'.split(' '),
);
const stores = /^(?:\$?_?session|c|ctx|context|g|r|req|request|locals|state|flask_session)$/i;
const keys = /user|uid\b|account|member|admin|role|logged|auth|claims|principal|identity|subject|customer/i;

/** `req.user`, `session["user_id"]`, `current_user`, `Auth::id()`, `c.MustGet("user")`; not what is read from its parts. */
export function isIdentity(node: Node): boolean {
  switch (node.kind) {
    case 'name':
      return callers.test(node.name);
    case 'member':
      return isMember(node);
    case 'index': {
      const [key] = node.indices;
      return (
        key !== undefined &&
        (key.kind === 'string' || key.kind === 'symbol') &&
        keys.test(key.value) &&
        /^\$?_?session$|^g$/i.test(last(node.object))
      );
    }
    case 'binary':
      return (
        (node.op === 'in' || node.op === 'not in') &&
        node.left.kind === 'string' &&
        keys.test(node.left.value) &&
        last(node.right) === 'session'
      );
    case 'call':
      return isAnswer(node);
    default:
      return false;
  }
}

function isMember({ object, property }: Shape<'member'>): boolean {
  if (property.kind !== 'name') return false;
  if (property.name === 'authorization') return true;
  if (object.kind === 'name' && object.name === 'User' && /^(?:Identity|Claims)$/.test(property.name)) return true;
  return identities.has(property.name) && holders.has(last(object));
}

function isAnswer({ callee, args }: Shape<'call'>): boolean {
  const name = last(callee);
  if (answers.has(name)) return true;
  if (callee.kind !== 'member') return false;
  const { object } = callee;
  const holder = object.kind === 'call' ? last(object.callee) : last(object);
  // Laravel's `Auth::id()`, `auth()->user()`, `$request->user()`; ASP.NET's `User.FindFirst(…)`.
  if (/^(?:user|id|check|guest)$/.test(name) && /^(?:Auth|auth|guard|\$request|request)$/.test(holder)) return true;
  if (/^(?:FindFirst|FindFirstValue|HasClaim|IsInRole)$/.test(name) && last(object) === 'User') return true;
  const [first] = args;
  if (!getters.has(name) || !first) return false;
  const key = first.kind === 'string' || first.kind === 'symbol' ? first.value : last(first);
  return (
    keys.test(key) &&
    (stores.test(holder) || /^(?:Context|UserContext|session|Session|getSession|request|GetSession)$/.test(holder))
  );
}

const last = (node: Node): string =>
  node.kind === 'name' ? node.name : node.kind === 'member' && node.property.kind === 'name' ? node.property.name : '';
