/** What a handler does, as far as its text and functions of the same file show. */
import type { Node } from '../model/tree.ts';
import { isGuardName } from './guard-name.ts';
import { isIdentity } from './identity.ts';
import { walk } from './locate.ts';
import { identityIsTested, isContext, isIdentityLoader } from './route-identity.ts';
import type { Tree } from './tree.ts';

export interface BodyFacts {
  /** Reads who is asking and turns away who may not, or calls a function that is named for doing so. */
  guarded: boolean;
  /** Reads who is asking. */
  readsIdentity: boolean;
  /** Turns callers away: 401, 403, a redirect to the login page. */
  rejects: boolean;
  /** Reads or changes stored data. */
  touchesData: boolean;
  /** Does more than to shape what it was sent into an answer. */
  acts: boolean;
  /** Calls a function of another file that is named for changing data: `deleteOrder(id)`. */
  handsOver: boolean;
}

/** How many calls to functions of the same file are followed, one into the other. */
const DEPTH = 2;

export function factsOf(body: Node, tree: Tree, depth = DEPTH): BodyFacts {
  const facts: BodyFacts = {
    guarded: false,
    readsIdentity: false,
    rejects: false,
    touchesData: false,
    handsOver: false,
    acts: false,
  };
  const script = tree.language === 'javascript' || tree.language === 'typescript';
  const loaders: Node[] = [];
  let checks = false;
  walk(body, (node) => {
    switch (node.kind) {
      case 'number':
        if (node.value === '401' || node.value === '403') facts.rejects = true;
        break;
      case 'name':
        if (
          /^(?:HTTP_40[13]_\w+|UNAUTHORIZED|FORBIDDEN|(?:\w*(?:Unauthorized|Forbidden|PermissionDenied|NotAuthorized|AuthenticationError)\w*))$/.test(
            node.name,
          )
        )
          facts.rejects = true;
        if (isIdentity(node)) facts.readsIdentity = true;
        break;
      case 'string':
        if (
          /^(?:authorization|x-api-key|x-hub-signature(?:-256)?|stripe-signature|svix-signature|x-signature|x-slack-signature)$/i.test(
            node.value,
          )
        )
          facts.readsIdentity = true;
        if (refusals.test(node.value)) facts.rejects = true;
        break;
      case 'param':
        if (isContext(node, body)) facts.readsIdentity = true;
        break;
      case 'symbol':
        if (/^(?:unauthorized|forbidden)$/.test(node.value)) facts.rejects = true;
        break;
      case 'member':
      case 'index':
      case 'binary':
        if (isIdentity(node)) facts.readsIdentity = true;
        break;
      case 'call': {
        const name = lastName(node.callee);
        if (name === '') break;
        if (signatures.has(name)) checks = true;
        if (name === 'verify' && node.callee.kind === 'member' && /jwt|jsonwebtoken|token/i.test(lastName(node.callee.object)))
          facts.readsIdentity = true;
        if (script && isIdentityLoader(node, name)) {
          facts.readsIdentity = true;
          loaders.push(node);
        } else if (name !== 'all' && isGuardName(name)) checks = true;
        if (isIdentity(node)) facts.readsIdentity = true;
        if (/^(?:redirect|redirect_to|Redirect)$/.test(name) && node.args.some((arg) => loginPage.test(textOf(arg, tree))))
          facts.rejects = true;
        if (name === 'sql' || (node.callee.kind === 'name' && files.has(name)) || isStore(node.callee, name, tree))
          facts.touchesData = true;
        if (!(node.parent?.kind === 'func' && node.parent.decorators.includes(node)) && isAct(node.callee, name, tree))
          facts.acts = true;
        if (depth > 0 && node.callee.kind === 'name') {
          const definition = tree.names.definition(node.callee);
          if (definition?.kind === 'func' && definition.body && definition !== body) {
            const inner = factsOf(definition.body, tree, depth - 1);
            if (inner.guarded) checks = true;
            facts.touchesData ||= inner.touchesData;
            facts.acts ||= inner.acts;
            facts.handsOver ||= inner.handsOver;
          } else if (mutators.test(name) && tree.names.imported(node.callee)) facts.handsOver = true;
        }
        break;
      }
      case 'assign':
        if (node.target.kind === 'index' && !isCollection(node.target.object, tree)) facts.touchesData = true;
        break;
      case 'other':
      case 'unary':
        if (node.kind === 'other' ? node.type === 'delete_statement' : node.op === 'delete') facts.touchesData = true;
        break;
      default:
    }
  });
  facts.acts ||= facts.touchesData;
  if (loaders.length > 0 && identityIsTested(loaders, body)) checks = true;
  facts.guarded = checks || (facts.rejects && (facts.readsIdentity || tree.language === 'python'));
  return facts;
}

/** What callers are told who may not go on. */
const refusals =
  /^(?:you (?:must|need to) (?:be (?:logged|signed) in|log ?in|sign ?in)|un(?:authori[sz]ed|authenticated)|forbidden|permission[-_ ]denied|(?:you are )?not[-_ ](?:authori[sz]ed|authenticated|logged[-_ ]in|signed[-_ ]in|allowed))\b/i;
const mutators =
  /^(?:create|insert|update|upsert|delete|remove|destroy|save|archive|publish|approve|cancel|refund|transfer|grant|revoke)[A-Z]/;
const files: ReadonlySet<string> = new Set(['writeFile', 'writeFileSync', 'unlink', 'unlinkSync', 'rm', 'rmSync', 'appendFile']);

/** Ways to check that a message comes from who says it sent it. */
const signatures = new Set([
  'createHmac',
  'timingSafeEqual',
  'constructEvent',
  'constructEventAsync',
  'compare_digest',
  'construct_event',
  'isAuthenticated',
  'validateRequest',
  'verifySignature',
  'verifyWebhook',
]);

/** How calls begin that read or change what is stored, and whole names of such calls. */
const begins =
  'find create insert update upsert replace delete destroy remove save query execute write unlink increment decrement aggregate bulk';
const whole =
  'exec run push splice unshift append pop add add_all commit merge set setex put rm rmSync scalar scalars transaction ' +
  'send publish refund transfer charge';
const beginnings = begins.split(' ');
const wholeNames: ReadonlySet<string> = new Set(whole.split(' '));
const isStoring = (name: string): boolean =>
  wholeNames.has(name) || (name.startsWith('$') && name.length > 1) || beginnings.some((word) => name.startsWith(word));
const harmless: ReadonlySet<string> = new Set([
  'res',
  'response',
  'reply',
  'req',
  'request',
  'console',
  'logger',
  'log',
  'headers',
  'searchParams',
  'params',
  'JSON',
  'Object',
  'Math',
  'schema',
  'mailer',
  'cookies',
  'cookieStore',
  'formData',
  'router',
  'Array',
  'Promise',
]);

function isStore(callee: Node, name: string, tree: Tree): boolean {
  if (callee.kind !== 'member' || !isStoring(name.charAt(0).toLowerCase() + name.slice(1))) return false;
  const { object } = callee;
  if (isCollection(object, tree)) return false;
  return (
    !(object.kind === 'name' && harmless.has(object.name)) &&
    object.kind !== 'string' &&
    !(object.kind === 'call' && harmless.has(lastName(object.callee)))
  );
}

/** A collection that is made in the handler itself; one of the whole file is a store. */
const isCollection = (node: Node, tree: Tree): boolean =>
  node.kind === 'name' &&
  tree.names.bindings(node).some(({ value, scope }) => scope.kind === 'func' && value !== null && isMadeHere(value));

function isMadeHere(value: Node): boolean {
  switch (value.kind) {
    case 'object':
    case 'array':
    case 'comprehension':
      return true;
    case 'await':
    case 'cast':
      return isMadeHere(value.value);
    case 'new':
      return /^(?:Map|Set|WeakMap|Headers|FormData|URLSearchParams|URL|Array|Blob)$/.test(lastName(value.callee));
    case 'call':
      return /^(?:dict|list|set|formData|filter|map|slice|split|keys|values|entries)$/.test(lastName(value.callee));
    default:
      return false;
  }
}

/** Calls that only read, shape or send values. */
const shaping: ReadonlySet<string> = new Set(
  (
    'jsonify json render render_template render_template_string redirect url_for abort make_response send status sendStatus end type set header ' +
    'next dict list str int float bool len sum min max range print sorted isinstance enumerate zip round abs any all map filter ' +
    'model_dump model_copy copy items keys values get lower upper strip split join format read isoformat now utcnow today ' +
    'toString trim includes slice replace parse stringify toLowerCase toUpperCase parseInt parseFloat Number String Boolean ' +
    'toISOString flash info debug warn warning error log timedelta uuid4 jsonable_encoder set_cookie text html with_headers super ' +
    'startsWith endsWith startswith endswith encode decode getlist reduce forEach some every find indexOf concat flat sort'
  ).split(' '),
);

/** A call of something whose text is not here, other than to shape values; constructors make values. */
function isAct(callee: Node, name: string, tree: Tree): boolean {
  if (shaping.has(name) || (tree.language === 'python' && /^[A-Z]/.test(name))) return false;
  if (callee.kind === 'name') return tree.names.definition(callee) === null;
  if (callee.kind === 'member' && isCollection(callee.object, tree)) return false;
  let root = callee.kind === 'member' ? callee.object : callee;
  while (root.kind === 'member' || root.kind === 'call' || root.kind === 'index')
    root = root.kind === 'member' || root.kind === 'index' ? root.object : root.callee;
  return !(root.kind === 'name' && harmless.has(root.name)) && root.kind !== 'string';
}

const loginPage = /log-?_?in|sign-?_?in/i;
const textOf = (node: Node, tree: Tree): string => tree.source.slice(node.start, node.end);

/** The last identifier of a name or of a path of members; `''` for anything else. */
export function lastName(node: Node): string {
  if (node.kind === 'name') return node.name;
  if (node.kind === 'member' && node.property.kind === 'name') return node.property.name;
  return '';
}
