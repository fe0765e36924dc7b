/** What is a web request under a name of its own: the parameter of a handler, `const r = req`, `arguments[0]`. */
import type { Node, Shape } from '../model/tree.ts';
import { holdsHandlers } from './filter.ts';
import type { Names } from './names.ts';
import { perText } from './per-text.ts';
import { isTypeOfRequest, placeOfRequest, requestOf } from './request-handler.ts';

/** Names that rules know a request by. */
const known = /^_?(?:req|request)$/;

const candidatesOf = new WeakMap<Names, ReadonlySet<string>>();

/** Names that may be such by the text: other names of a request, and parameters. */
function candidates(names: Names): ReadonlySet<string> {
  let found = candidatesOf.get(names);
  if (!found) {
    const { source } = names;
    const words = wordsOf(source, otherName);
    if (holdsHandlers(source) || givenAway.test(source))
      for (const expression of names.language === 'python' ? paramsOfPython : paramsOfScripts)
        words.push(...wordsOf(source, expression));
    candidatesOf.set(names, (found = new Set(words.filter((word) => !known.test(word)))));
  }
  return found;
}

const wordsOf = (source: string, expression: RegExp): string[] => [...source.matchAll(expression)].map(([, name]) => name!);

const otherName =
  /(?<![\w$.])([A-Za-z_$][\w$]*)\s*(?::[^=\n]{0,60})?=\s*(?:_?(?:req|request)|arguments\[0\])\s*(?=[;,)\r\n]|as\b|$)/g;
const givenAway = /[(,]\s*_?(?:req|request)\s*[,)]/;
const paramsOfScripts = [
  // The first of several, the second of four, the only one.
  /\(\s*([A-Za-z_$][\w$]*)\s*(?::[^,()=]{1,60})?,\s*[\w$]/g,
  /\(\s*[A-Za-z_$][\w$]*\s*,\s*([A-Za-z_$][\w$]*)\s*,\s*[\w$]+\s*,/g,
  /\(\s*(?:\.\.\.\s*)?([A-Za-z_$][\w$]*)\s*(?::[^,()=]{1,60})?\)\s*(?::[^{}=\n]{1,60})?(?:=>|\{)/g,
  /(?<![\w$.])([A-Za-z_$][\w$]*)\s*=>/g,
  /\[\s*([A-Za-z_$][\w$]*)\s*(?:,[\w$\s,]*)?\]\s*(?:=\s*[A-Za-z_$]|\))/g,
];
const paramsOfPython = [/\bdef\s+\w+\s*\(\s*(?:(?:self|cls)\s*,\s*)?([A-Za-z_]\w*)/g];

/** Whether the expression is a web request that rules would know by the name `req`. `property`: what is asked of it. */
export function isRequest(t: Node, names: Names, property: string | null, hops = 0): boolean {
  if (t.kind === 'index') return isFirstArgument(t, names);
  if (t.kind === 'cast') return isRequest(t.value, names, property, hops);
  if (t.kind !== 'name' || !candidates(names).has(t.name) || hops > 4) return false;
  const [only, more] = names.bindings(t);
  if (!only || more) return false;
  if (only.kind === 'param') return only.node.kind === 'param' && isRequestParam(only.node, names, property);
  if (only.kind !== 'variable') return false;
  const { value } = only;
  if (value === null) return isFirstOfArguments(only.node, names);
  if (value.kind === 'name' && known.test(value.name)) return true;
  return isRequest(value, names, property, hops + 1);
}

function isRequestParam(param: Shape<'param'>, names: Names, property: string | null): boolean {
  const func = param.parent;
  if (func?.kind !== 'func' || param.variadic) return false;
  if (isTypeOfRequest(param.type, names) || isGivenRequest(param, func, names)) return true;
  return names.language === 'python' ? isOfView(param, func, names, property) : requestOf(func, names) === param;
}

/** Whether the function is called with the request in this place: `read(req, 'id')`. */
function isGivenRequest(param: Node, func: Shape<'func'>, names: Names): boolean {
  const holder = func.name ?? (func.parent?.kind === 'vardef' ? func.parent.target : null);
  if (holder?.kind !== 'name') return false;
  const own = /^(?:self|cls)$/.test(nameOf(func.params[0])) ? 1 : 0;
  const place = func.params.indexOf(param) - own;
  return callsWithRequest(names.source).get(holder.name)?.has(place) ?? false;
}

/** The places at which functions are given something named like a request. */
const callsWithRequest = perText((source): ReadonlyMap<string, ReadonlySet<number>> => {
  const found = new Map<string, Set<number>>();
  for (const [, name, args] of source.matchAll(/(?<![\w$])([\w$]+)\((?=([^()]*[()]))/g)) {
    if (!args!.includes('req')) continue;
    args!.split(',').forEach((arg, place) => {
      if (!/^\s*_?(?:req|request)\s*\)?$/.test(arg)) return;
      const places = found.get(name!);
      if (places) places.add(place);
      else found.set(name!, new Set([place]));
    });
  }
  return found;
});

/** What only the request of Django and of aiohttp has. */
const ofViews: ReadonlySet<string> = new Set('GET POST FILES META COOKIES match_info'.split(' '));

function isOfView(param: Node, func: Shape<'func'>, names: Names, property: string | null): boolean {
  const [first, second] = func.params;
  if (param !== (/^(?:self|cls)$/.test(nameOf(first)) ? second : first)) return false;
  return property !== null && ofViews.has(property) && /\b(?:django|rest_framework|aiohttp)\b/.test(names.source);
}

const nameOf = (param: Node | undefined): string =>
  param?.kind === 'param' && param.target.kind === 'name' ? param.target.name : '';

/** `arguments[0]` and `args[0]` of a handler. */
function isFirstArgument({ object, indices: [index, more] }: Shape<'index'>, names: Names): boolean {
  return !more && index?.kind === 'number' && index.value === String(placeAmong(object, names));
}

/** The name in `[name] = arguments` and `(...[name]) =>` of a handler. */
function isFirstOfArguments(node: Node, names: Names): boolean {
  const list = node.parent;
  const whole = list?.parent;
  if (list?.kind !== 'array') return false;
  const place =
    whole?.kind === 'param' && whole.variadic && whole.parent?.kind === 'func'
      ? placeOfRequest(whole.parent, names)
      : whole?.kind === 'vardef' && whole.value
        ? placeAmong(whole.value, names)
        : -1;
  return list.elements[place] === node;
}

/** At which place of `arguments`, or of what takes the rest of the arguments, the request is; -1 where there is none. */
function placeAmong(list: Node, names: Names): number {
  if (list.kind !== 'name') return -1;
  if (list.name === 'arguments') {
    let at: Node | null = list.parent;
    while (at && (at.kind !== 'func' || at.arrow)) at = at.parent;
    return at?.kind === 'func' ? placeOfRequest(at, names) : -1;
  }
  const [only, more] = names.bindings(list);
  const param = only && !more && only.kind === 'param' ? only.node : null;
  return param?.kind === 'param' && param.variadic && param.parent?.kind === 'func' && param.parent.params[0] === param
    ? placeOfRequest(param.parent, names)
    : -1;
}
