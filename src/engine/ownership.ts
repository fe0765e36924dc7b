/**
 * Whether a handler that knows who is asking ties what it looks up to them. A lookup is unscoped when an id of the request is
 * its only key, and nothing in the handler compares the caller with anything, hands the caller to a function beside what was
 * found, asks a policy, or reads a role. Silence is the answer to every doubt.
 */
import type { Node, Shape } from '../model/tree.ts';
import { decoratorName } from './decorator.ts';
import { isIdentity } from './identity.ts';
import { walk } from './locate.ts';
import { lastName } from './route-body.ts';
import type { Tree } from './tree.ts';

export interface Lookup {
  start: number;
  end: number;
  /** What is looked up, as the code calls it. */
  model: string;
  /** `high`: the file shows that such things have owners; `low`: their name suggests it. */
  sure: 'high' | 'low';
}

/** The first unscoped lookup of the handler. `path` is the route's. */
export function unscopedLookup(handler: Node, path: string | null, method: string, tree: Tree): Lookup | null {
  let looksUp = false;
  walk(handler, (node) => {
    if (node.kind === 'call' && mayLookUp(lastName(node.callee))) looksUp = true;
    return !looksUp;
  });
  return looksUp ? new Handler(handler, path, method, tree).first() : null;
}

/** Names of the calls that `lookedUp` knows. */
const lookups: ReadonlySet<string> = new Set(
  (
    'findById findByPk deleteById getReferenceById existsById findOrFail FindAsync get_or_404 first_or_404 find_by_id destroy find ' +
    'Find get filter get_object_or_404 filter_by find_by find_by! where Where FirstOrDefault FirstOrDefaultAsync SingleOrDefault ' +
    'SingleOrDefaultAsync First FirstAsync Single SingleAsync Take Delete query execute exec Exec ExecContext Query QueryRow ' +
    'QueryRowContext all run one oneOrNone any none fetchone fetchrow fetch findUnique findFirst findUniqueOrThrow ' +
    'findFirstOrThrow delete update deleteOne updateOne replaceOne findAll findMany deleteMany softDelete remove'
  ).split(' '),
);
const mayLookUp = (name: string): boolean => lookups.has(name) || name.startsWith('findByIdAnd') || name.startsWith('findOne');

/** How an expression begins that the caller of the route decides. */
const requested = new RegExp(
  `^(?:${[
    String.raw`(?:await\s+)?(?:req|request|ctx|context|c|event)\??\.(?:params|query|body|request\.body|pathParameters|req\.(?:param|query|json|valid)|json)\b`,
    String.raw`\(?(?:await\s+)?(?:context\.)?params\)?(?:\.|\?\.|\[)\w*`,
    String.raw`(?:url\.)?searchParams\.get\(|formData\.get\(`,
    String.raw`(?:self\.)?request\.(?:args|form|values|json|data|GET|POST|query_params|get_json|path_params|match_info)\b|(?:self\.)?kwargs\b`,
    String.raw`\w+\.(?:Param|Params|Query|QueryParam|PathValue|FormValue|PostForm|QueryInt|ParamsInt)\(|mux\.Vars\(|chi\.URLParam\(|r\.URL\.Query\(`,
    String.raw`\$request->(?:input|get|query|post|route|id\b|\w+_id\b)|request\(['"]|\$_(?:GET|POST|REQUEST)\[`,
    String.raw`Request\.(?:Query|Form|RouteValues)\b`,
  ].join('|')})`,
);
const idLike = /(?:^|_)(?:id|pk|uuid|guid|uid)$|(?:Id|ID|Uuid|UUID|Guid|Pk)$|^\$?(?:id|pk|uuid)$/;
/** Keys of a filter that name one thing, or its owner. */
const keyed = /^(?:_?id|pk|uuid|guid|public_?id|\w+(?:Id|_id|ID))$/;
/** Things that belong to somebody, told by their name. */
const personal = new RegExp(
  `^(?:user_?)?(?:${(
    'order invoice document doc note message conversation chat account profile address payment card subscription booking ' +
    'reservation appointment ticket upload attachment report project task todo cart basket wallet transaction transfer statement record prescription patient ' +
    'notification api_?key preference draft bill receipt claim application contract workspace user customer medical_?record ' +
    'bank_?account credit_?card payment_?method file folder expense budget journal diary entry loan policy shipment delivery ' +
    'purchase device session token memo letter email survey_?response health_?record visit exam grade payslip salary setting'
  )
    .split(' ')
    .join('|')})s?$`,
  'i',
);
/** Things that only their owner should see, told by their name. */
const intimate =
  /^(?:user_?)?(?:invoice|message|conversation|payment|card|credit_?card|bank_?account|payment_?method|wallet|transaction|statement|bill|receipt|prescription|medical_?record|health_?record|payslip|salary|journal|diary|api_?key)s?$/i;
const policies =
  /^(?:authori[sz]e\w*|can|cannot|can[A-Z_]\w*|allows?|denies|allowed|inspect|check_?(?:object_?)?perm\w*|has_?\w*perm\w*|has_?access\w*|has_?role\w*|enforce\w*|policy\w*|policy_scope|\w*(?:[oO]wner|[oO]wns|[oO]wned)\w*|(?:assert|ensure|verify|check|require|validate|is|get|load|fetch|find)_?\w*(?:[aA]ccess|[pP]ermi|[mM]ember|[rR]ole|[aA]dmin|[tT]enant|[fF]or_?(?:[uU]ser|[cC]urrent))\w*|AuthorizeAsync|IsInRole|IsGranted|denyAccessUnlessGranted|abort_unless|abort_if|abilit\w+|forUser|for_user|accessible_by|hasAuthority|hasRole|evaluate|user_passes\w*)$/;
const privileged =
  /^(?:role|roles|is_?admin|isAdmin|IsAdmin|is_staff|is_superuser|permissions|scopes|is_manager|admin\?|isSuperuser|tenant\w*|org\w*Id)$/;
/** Calls that take the caller without asking anything of them. */
const telling =
  /^(?:create\w*|insert\w*|add|push|log|info|debug|warn|error|Printf|Println|print|json|send|render|emit|publish|audit\w*|track\w*|record\w*|notify\w*|Logger|Info|Debug|LogInformation|save|sign|jsonify|String|Number|parseInt|int|str|set|capture\w*|identify)$/i;

class Handler {
  private readonly client = new Set<string>();
  private readonly caller = new Set<string>();

  constructor(
    private readonly handler: Node,
    path: string | null,
    private readonly method: string,
    private readonly tree: Tree,
  ) {
    if (handler.kind === 'func') for (const param of handler.params) if (param.kind === 'param') this.parameter(param, path);
    walk(this.body, (node) => {
      if (node.kind === 'vardef' && node.value) this.assigned(node.target, node.value);
      if (node.kind === 'assign') this.assigned(node.target, node.value);
    });
  }

  private get body(): Node {
    return this.handler.kind === 'func' ? (this.handler.body ?? this.handler) : this.handler;
  }

  first(): Lookup | null {
    let found: Lookup | null = null;
    walk(this.body, (node) => {
      if (found || node.kind !== 'call') return;
      const model = this.lookedUp(node);
      if (model === null || this.isCaller(this.statementOf(node))) return;
      const shown = this.isOwned(model);
      // A name alone says little: anyone who is signed in may be meant to see reports.
      if (!shown && !(this.method === 'get' ? intimate : personal).test(model)) return;
      found = { start: node.start, end: node.end, model, sure: shown ? 'high' : 'low' };
    });
    return found && !this.tiesToCaller() ? found : null;
  }

  // ---- who says what

  private parameter(param: Shape<'param'>, path: string | null): void {
    const name = lastName(param.target);
    const text = this.textOf(param);
    const { language } = this.tree;
    if (
      /\b(?:Depends|Security)\(|\bAuthenticationPrincipal\b|\bPrincipal\b|\bAuthentication\b|\bCurrentUser\b|\bAnnotated\[/.test(
        text,
      )
    ) {
      if (/user|account|principal|auth|identity|claims|member|me\b|jwt|token/i.test(text)) this.caller.add(name);
    } else if (
      param.decorators.some((node) => /^(?:PathVariable|RequestParam|FromRoute|FromQuery|Param|Query)$/.test(decoratorName(node)))
    )
      this.client.add(name);
    else if (
      /^(?:python|csharp|php)$/.test(language) &&
      (idLike.test(name) || (path !== null && new RegExp(`[{<:]${name}\\b`).test(path)))
    )
      this.client.add(name);
  }

  private assigned(target: Node, value: Node): void {
    const names =
      target.kind === 'name'
        ? [target.name]
        : target.kind === 'array'
          ? target.elements.map(lastName)
          : target.kind === 'object'
            ? target.props.map((prop) =>
                lastName(prop.kind === 'pair' ? prop.value : prop.kind === 'vardef' ? prop.target : prop),
              )
            : target.kind === 'sequence'
              ? target.exprs.map(lastName)
              : [];
    const made = value.kind === 'await' ? value.value : value;
    const into = this.isCaller(value) ? this.caller : this.isClient(made) && !this.holdsLookup(made) ? this.client : null;
    if (into) for (const name of names) if (name !== '' && name !== 'err' && name !== '_') into.add(name);
  }

  private holdsLookup(node: Node): boolean {
    let found = false;
    walk(node, (inner) => {
      if (inner.kind === 'call' && this.lookedUp(inner) !== null) found = true;
    });
    return found;
  }

  private isClient(node: Node): boolean {
    let found = false;
    walk(node, (inner) => {
      if (inner.kind === 'name' ? this.client.has(inner.name) : this.isRequested(inner)) found = true;
      return !found;
    });
    return found;
  }

  private isRequested(node: Node): boolean {
    if (node.kind !== 'member' && node.kind !== 'index' && node.kind !== 'call') return false;
    if (this.tree.language === 'ruby')
      return node.kind === 'index' && lastName(node.object) === 'params' && this.textOf(node).length < 60;
    return requested.test(this.tree.source.slice(node.start, Math.min(node.end, node.start + 60)));
  }

  private isCaller(node: Node): boolean {
    let found = false;
    walk(node, (inner) => {
      if (inner.kind === 'name' ? this.caller.has(inner.name) || isIdentity(inner) : isIdentity(inner)) found = true;
      return !found;
    });
    return found;
  }

  // ---- lookups

  /** The model that a call looks up by nothing but an id of the request; null for every other call. */
  private lookedUp(call: Shape<'call'>): string | null {
    const name = lastName(call.callee);
    const { args } = call;
    const receiver = call.callee.kind === 'member' ? call.callee.object : null;
    const [first, second] = args;
    if (!first) return null;
    if (
      /^(?:findById(?:And\w+)?|findByPk|deleteById|getReferenceById|existsById|findOrFail|FindAsync|get_or_404|first_or_404|find_by_id|destroy)$/.test(
        name,
      )
    )
      return receiver && this.isId(first) ? this.modelOf(receiver) : this.byFilter(receiver, name, args);
    if (name === 'find' || name === 'Find')
      return receiver && this.isConstant(receiver) && this.isId(first) ? this.modelOf(receiver) : null;
    if (name === 'get' && receiver && second && /(?:^|_)(?:session|db)$/i.test(lastName(receiver)))
      return this.isId(second) && /^[A-Z]/.test(lastName(first)) ? lastName(first) : null;
    if (name === 'get' && receiver && lastName(receiver) === 'query') return this.isId(first) ? this.modelOf(receiver) : null;
    if (/^(?:get|filter)$/.test(name) && receiver && lastName(receiver) === 'objects')
      return args.length === 1 && this.isKey(first) ? this.modelOf(receiver) : null;
    if (name === 'get_object_or_404')
      return args.length === 2 && second && this.isKey(second) && /^[A-Z]/.test(lastName(first)) ? lastName(first) : null;
    if (name === 'filter_by' || name === 'find_by' || name === 'find_by!')
      return args.length === 1 && this.isKey(first) && receiver ? this.modelOf(receiver) : null;
    if (
      /^(?:filter|where|Where|FirstOrDefault(?:Async)?|SingleOrDefault(?:Async)?|First(?:Async)?|Single(?:Async)?)$/.test(name) &&
      args.length === 1 &&
      receiver
    ) {
      const test = first.kind === 'func' && first.body ? (first.body.kind === 'block' ? null : first.body) : first;
      if (test && this.isEquality(test))
        return this.modelOf(this.tree.language === 'python' && test.kind === 'binary' ? test.left : receiver);
    }
    if (
      this.tree.language === 'go' &&
      /^(?:First|Take|Delete|Find)$/.test(name) &&
      second &&
      args.length === 2 &&
      this.isId(second)
    )
      return this.goModel(first);
    if (
      this.tree.language === 'go' &&
      name === 'Where' &&
      args.length === 2 &&
      first.kind === 'string' &&
      /^\s*"?\w*\.?id"?\s*=\s*\?\s*$/i.test(first.value) &&
      second &&
      this.isId(second)
    )
      return this.goModel(this.chainArg(call));
    if (
      /^(?:query|execute|exec|Exec|ExecContext|Query|QueryRow|QueryRowContext|get|all|run|one|oneOrNone|any|none|fetchone|fetchrow|fetch)$/.test(
        name,
      )
    )
      return this.bySql(args);
    return this.byFilter(receiver, name, args);
  }

  /** `{ where: { id } }`, `{ _id: id }`. */
  private byFilter(receiver: Node | null, name: string, args: readonly Node[]): string | null {
    if (
      !receiver ||
      !/^(?:findUnique|findFirst|findUniqueOrThrow|findFirstOrThrow|delete|update|findOne\w*|deleteOne|updateOne|replaceOne|destroy|findAll|findMany|deleteMany|softDelete|remove)$/.test(
        name,
      )
    )
      return null;
    const filters = args.flatMap((arg) => {
      if (arg.kind !== 'object') return [];
      const where = arg.props.find((prop) => prop.kind === 'pair' && keyText(prop.key) === 'where');
      return where?.kind === 'pair' ? [where.value] : [];
    });
    const [first] = args;
    const filter = filters[0] ?? (/^(?:findOne\w*|deleteOne|updateOne|replaceOne|softDelete)$/.test(name) ? first : undefined);
    if (filter?.kind !== 'object' || filter.props.length !== 1) return null;
    const [prop] = filter.props;
    return prop && this.isKey(prop) ? this.modelOf(receiver) : null;
  }

  private bySql(args: readonly Node[]): string | null {
    const at = args.findIndex((arg) => arg.kind === 'string' || (arg.kind === 'template' && arg.parts.length === 1));
    const sql = args[at];
    const text = sql?.kind === 'string' ? sql.value : null;
    const rest = args.slice(at + 1);
    if (text === null || rest.length === 0 || !rest.some((arg) => this.isClient(arg))) return null;
    const parts =
      /^\s*(?:SELECT\b[^;]*?\bFROM|DELETE\s+FROM|UPDATE)\s+["`[]?(\w+)["`\]]?(?:\s+(?!WHERE|SET)\w+)?\s+(?:SET\b[^;]*?)?WHERE\s+(?:\w+\.)?["`]?(\w+)["`]?\s*=\s*(?:\?|\$\d+|%s|%\(\w+\)s|:\w+|@\w+)\s*(?:LIMIT\s+1)?\s*;?\s*$/is.exec(
        text,
      );
    return parts && keyed.test(parts[2]!) ? singular(parts[1]!) : null;
  }

  /** `id: x`, `pk=x`: a key that names one thing and a value that the caller decides. */
  private isKey(node: Node): boolean {
    if (node.kind === 'pair') return keyed.test(keyText(node.key)) && this.isId(node.value);
    if (node.kind === 'named') return keyed.test(node.name) && this.isId(node.value);
    if (node.kind === 'name') return keyed.test(node.name) && this.client.has(node.name);
    if (node.kind === 'object') return node.props.length === 1 && this.isKey(node.props[0]!);
    return false;
  }

  /** `Order.id == id`, `o => o.Id == id`. */
  private isEquality(node: Node): boolean {
    return (
      node.kind === 'binary' &&
      /^===?$/.test(node.op) &&
      node.left.kind === 'member' &&
      keyed.test(lastName(node.left).replace(/^I(?=d$)/, 'i')) &&
      this.isId(node.right)
    );
  }

  private isId(node: Node): boolean {
    if (node.kind === 'string' || node.kind === 'number' || node.kind === 'object') return false;
    return this.isClient(node) && !this.isCaller(node);
  }

  private isConstant(node: Node): boolean {
    return /^[A-Z_]/.test(lastName(node)) && this.tree.language !== 'go';
  }

  /** `Order`, `prisma.order`, `orderRepository`, `_context.Orders`, `db.session.query(Order)`. */
  private modelOf(receiver: Node): string | null {
    for (let at: Node | null = receiver; at; ) {
      if (at.kind === 'call') {
        const [arg] = at.args;
        if (/^(?:query|select|from|Set|getRepository|collection|table|model)$/.test(lastName(at.callee)) && arg)
          return singular(arg.kind === 'string' ? arg.value : lastName(arg.kind === 'member' ? arg : arg));
        at = at.callee;
      } else if (at.kind === 'member') {
        const name = lastName(at);
        if (
          !/^(?:objects|query|session|filter|filter_by|options|lean|populate|with|id|Id|pk|AsNoTracking|Include|where)$/.test(
            name,
          )
        )
          return singular(name);
        at = at.object;
      } else return at.kind === 'name' ? singular(at.name) : null;
    }
    return null;
  }

  private goModel(node: Node | null): string | null {
    let at = node;
    while (at?.kind === 'unary') at = at.operand;
    if (at?.kind === 'name') return singular(at.name);
    const text = at ? /^\s*&?\s*(?:\w+\.)?(\w+)\s*\{/.exec(this.textOf(at)) : null;
    return text ? singular(text[1]!) : null;
  }

  /** The first argument of the call that ends a chain: `db.Where(…).First(&order)`. */
  private chainArg(call: Node): Node | null {
    const outer = call.parent?.kind === 'member' && call.parent.parent?.kind === 'call' ? call.parent.parent : null;
    return outer?.args[0] ?? null;
  }

  /** Whether the file shows that things of this model have owners. */
  private isOwned(model: string): boolean {
    const owned = '(?:user|owner|author|account|customer|tenant|org(?:anization)?|created_?by|creator)(?:_?id)?';
    const caller = '[^;\\n]{0,60}(?:user|auth|session|principal|identity|claims)';
    const near = new RegExp(
      `\\b\\w*${model}s?\\b(?:(?:\\.\\w+)*\\(\\s*[^;()]{0,120}?\\b${owned}\\s*(?:[:=]|==|===)|\\.${owned}\\s*==)\\s*${caller}`,
      'i',
    );
    const named = `(?:user|owner|author|account|customer|tenant|org(?:anization)?|creator)(?:_?id)|created_?by`;
    const column = new RegExp(`\\b(?:from|update|into|join)\\s+["\`[]?\\w*${model}s?\\b[^;"'\`]{0,200}?\\b(?:${named})\\b`, 'i');
    const field = new RegExp(`\\b${model}(?:\\.|->|\\?\\.)(?:get)?(?:${named})\\b`, 'i');
    const declared = new RegExp(
      `\\b(?:class|model|struct|interface|type)\\s+${model}\\b(?:(?!\\b(?:class|model|struct|interface)\\s)[\\s\\S]){0,800}?\\b(?:${named})\\b`,
      'i',
    );
    const { source } = this.tree;
    return near.test(source) || column.test(source) || field.test(source) || declared.test(source);
  }

  // ---- what ties it to the caller

  private tiesToCaller(): boolean {
    let tied = false;
    walk(this.body, (node) => {
      switch (node.kind) {
        case 'binary':
          if (/^(?:===?|!==?|in|not in|is|is not|<>)$/.test(node.op) && !isNothing(node.left) && !isNothing(node.right))
            if (this.isCaller(node.left) || this.isCaller(node.right)) tied = !(node.op === 'in' && isIdentity(node)) || tied;
          break;
        case 'call': {
          const name = lastName(node.callee);
          if (policies.test(name)) tied = true;
          if (/^(?:equals|Equals|compare|toEqual)$/.test(name) && this.isCaller(node)) tied = true;
          if (
            !telling.test(name) &&
            !isIdentity(node) &&
            node.args.some((arg) => this.isCaller(arg)) &&
            !this.isCallerQuery(node)
          )
            tied = true;
          break;
        }
        case 'member':
          if (privileged.test(lastName(node))) tied = true;
          // What belongs to the caller: `current_user.orders.find(…)`.
          if (node.object.kind === 'member' || node.object.kind === 'name')
            tied ||= isIdentity(node.object) && /s$/.test(lastName(node)) && node.parent?.kind === 'member';
          break;
        default:
      }
    });
    return tied;
  }

  /** A call that answers who the caller is: `verify(token)`, `User.find(session[:user_id])`. */
  private isCallerQuery(call: Node): boolean {
    const { parent } = call;
    const set = parent?.kind === 'await' ? parent.parent : parent;
    const target = set?.kind === 'vardef' || set?.kind === 'assign' ? set.target : null;
    return (
      target !== null &&
      target !== undefined &&
      /user|account|session|claims|payload|decoded|principal|identity|member/i.test(lastName(target))
    );
  }

  private statementOf(node: Node): Node {
    let at = node;
    while (at.parent && !/^(?:exprstmt|vardef|return|if|block|func|program|foreach)$/.test(at.kind)) at = at.parent;
    return at.kind === 'if' || at.kind === 'block' || at.kind === 'func' || at.kind === 'program' || at.kind === 'foreach'
      ? node
      : at;
  }

  private textOf(node: Node): string {
    return this.tree.source.slice(node.start, node.end);
  }
}

const keyText = (node: Node): string => (node.kind === 'string' || node.kind === 'symbol' ? node.value : lastName(node));

const isNothing = (node: Node): boolean =>
  node.kind === 'null' ||
  node.kind === 'bool' ||
  (node.kind === 'name' && /^(?:undefined|nil|None)$/.test(node.name)) ||
  (node.kind === 'string' && node.value === '');

const singular = (name: string): string =>
  name
    .replace(/^[$_@]+/, '')
    .replace(/(?:Repository|Repo|Service|Model|Entity|Store|Dao|Collection|Table|s)$/, '')
    .replace(/s$/, '');
