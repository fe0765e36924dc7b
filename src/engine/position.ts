/** Which role a node plays where it stands. */
import type { LanguageId } from '../model/language.ts';
import type { Kind, Node, Shape } from '../model/tree.ts';
import type { Names } from './names.ts';

const notExpressions: ReadonlySet<Kind> = new Set([
  'program',
  'block',
  'exprstmt',
  'vardef',
  'if',
  'while',
  'dowhile',
  'for',
  'foreach',
  'return',
  'throw',
  'try',
  'catch',
  'switch',
  'case',
  'break',
  'continue',
  'label',
  'with',
  'assert',
  'import',
  'namespace',
  'param',
  'pair',
  'named',
  'attr',
  'clause',
  'error',
]);

/**
 * False for statements, for types, and for names that are not evaluated: fields, parameters, keys, what a loop sets. A variable
 * that is declared with a value is one to which it is assigned.
 */
export function isExpression(node: Node, language: LanguageId): boolean {
  if (notExpressions.has(node.kind)) return false;
  const { parent } = node;
  if (!parent) return true;
  switch (parent.kind) {
    case 'member':
      return parent.property !== node && !isType(node, language);
    case 'param':
      return parent.default === node;
    case 'func':
      return parent.body === node || parent.decorators.includes(node);
    case 'class':
      return parent.decorators.includes(node) || (parent.supers.includes(node) && (language === 'go' || !typed.has(language)));
    case 'pair':
      return (
        parent.value === node ||
        (node.kind !== 'name' && node.kind !== 'string') ||
        (parent.parent?.kind !== 'object' && !(language === 'go' && node.kind === 'name' && parent.parent?.kind === 'new')) ||
        isScalarKey(node)
      );
    case 'attr':
      return parent.value === node;
    case 'element':
      return parent.tag !== node;
    case 'import':
    case 'namespace':
      return false;
    case 'vardef':
      return (
        parent.value === node ||
        parent.decorators.includes(node) ||
        (parent.target === node && (node.kind === 'name' ? isSet(parent) : node.kind !== 'string' && !tupled.has(language)))
      );
    case 'catch':
      return parent.body === node;
    case 'foreach':
      return parent.target !== node || language === 'ruby';
    case 'array': {
      const owner = parent.parent;
      if (owner?.kind === 'foreach') return owner.target !== parent || language === 'ruby';
      return owner?.kind !== 'vardef' || owner.target !== parent || !tupled.has(language);
    }
    case 'assign':
      return parent.target !== node || parent.parent?.kind !== 'with';
    default:
      return !isType(node, language);
  }
}

/** Languages in which types are no values. */
const typed: ReadonlySet<LanguageId> = new Set(['java', 'csharp', 'go', 'kotlin', 'rust', 'typescript', 'javascript']);

/** Languages in which several variables that are declared at once are no value. */
const tupled: ReadonlySet<LanguageId> = new Set(['csharp', 'kotlin']);

/** What a declaration gives a value; C#'s `out var x` is given one by the call. The variable of a `for` is not looked at. */
const isSet = ({ value, parent }: Shape<'vardef'>): boolean =>
  (value !== null && parent?.kind !== 'for') || parent?.kind === 'call';

/** Levels of a type that are looked through, as of `List<int[]>`. */
const MAX_TYPE = 6;
const typeTests: ReadonlySet<string> = new Set(['instanceof', 'is', '!is', 'is not']);

/** Whether the node is a type, or part of one. */
export function isType(node: Node, language: LanguageId): boolean {
  if (!typed.has(language) && language !== 'php') return false;
  let at = node;
  for (let level = 0; level < MAX_TYPE && at.parent; level++) {
    const up = at.parent;
    switch (up.kind) {
      case 'generic':
        return true;
      case 'cast':
        return up.type === at;
      case 'new':
        return up.callee === at && (language === 'java' || language === 'csharp' || language === 'go');
      case 'call':
        return up.typeArgs.includes(at);
      case 'binary':
        return (
          up.right === at && typeTests.has(up.op) && language !== 'javascript' && language !== 'typescript' && typed.has(language)
        );
      case 'vardef':
      case 'param':
        return up.type === at;
      case 'func':
        return up.returns === at;
      case 'case':
        return language === 'java' && up.tests.includes(at);
      case 'index':
      case 'member':
      case 'unary':
      case 'array':
      case 'other':
        at = up;
        break;
      default:
        return false;
    }
  }
  return false;
}

/** Python's and PHP's keys are expressions; a name or string key of an object literal is not. */
const isScalarKey = (node: Node): boolean => node.kind === 'string';

/** True when the node holds nothing but literals, so that no value can flow into it. */
export function isLiteral(node: Node): boolean {
  switch (node.kind) {
    case 'string':
    case 'number':
    case 'bool':
    case 'null':
    case 'regex':
    case 'symbol':
      return true;
    case 'template':
      return node.parts.every(isLiteral);
    case 'binary':
      return isLiteral(node.left) && isLiteral(node.right);
    default:
      return false;
  }
}

/** Whether a statement's value is the result of the function around it without a `return`. */
export function isResult(statement: Node, { language, source, wide }: Names): boolean {
  switch (language) {
    case 'ruby':
      return wide ? isLastOfFunction(statement) : isLastOfFunction(statement, true) && isRubyResult(statement);
    case 'php':
      // The reference takes what a closure ends with for what it gives.
      return (
        !wide &&
        statement.kind === 'exprstmt' &&
        statement.expr.kind !== 'assign' &&
        isInClosure(statement) &&
        isLastOfFunction(statement)
      );
    case 'javascript':
    case 'typescript':
      // The reference takes what a `function` that is a value ends with for what it gives.
      return (
        !wide && isFunctionValue(functionAround(statement)) && isLastOfFunction(statement, true) && isScriptResult(statement)
      );
    case 'rust':
      // To the reference a `;` does not matter.
      if (!wide && statement.kind === 'exprstmt') {
        const { expr } = statement;
        if (expr.kind === 'assign' || (expr.kind === 'unary' && expr.op === 'unsafe')) return false;
      }
      return (!wide || source[statement.end - 1] !== ';') && isLastOfFunction(statement);
    case 'go':
      // The reference takes the last call of a function without a name for its result.
      return (
        !wide &&
        (isCall(statement) || isAssign(statement)) &&
        isLastOfFunction(statement) &&
        functionAround(statement)?.name === null
      );
    case 'kotlin':
      return (wide ? isLastOfFunction(statement) : isLastOfBody(statement)) && isInLambda(statement);
    default:
      return false;
  }
}

/** To the reference only a call that a variable is set to is a result, and of a `begin` with `ensure` only what that ends with. */
function isRubyResult(statement: Node): boolean {
  if (statement.kind === 'exprstmt') {
    const { expr } = statement;
    if (expr.kind === 'ternary' || (expr.kind === 'binary' && expr.right.kind === 'return')) return false;
    if (expr.kind === 'assign' && !(expr.op === '=' && expr.target.kind === 'name' && called.has(expr.value.kind))) return false;
    if (expr.kind === 'call' && expr.callee.kind === 'name' && expr.callee.name === '`') return false;
  }
  return isResultOfTry(statement);
}

/** In Ruby elements are called for, too, and what texts are put together with. */
const called: ReadonlySet<Kind> = new Set(['call', 'index', 'template', 'func']);

function isResultOfTry(statement: Node): boolean {
  for (let at = statement, up = at.parent; up && up.kind !== 'func'; at = up, up = at.parent)
    if (up.kind === 'try' && (up.finally ? up.finally !== at : up.else !== null && up.body === at)) return false;
  return true;
}

/** `function () { … }` where a value stands; no arrow, no method and nothing that is declared. */
const isFunctionValue = (node: Shape<'func'> | null): boolean =>
  node !== null &&
  !node.arrow &&
  node.parent?.kind !== 'class' &&
  node.parent?.kind !== 'object' &&
  (node.name === null || !(node.parent === null || statementParents.has(node.parent.kind)));
const statementParents: ReadonlySet<Kind> = new Set(['program', 'block', 'namespace', 'case', 'other', 'if', 'label']);

function isScriptResult(statement: Node): boolean {
  if (statement.kind !== 'exprstmt') return false;
  const { expr } = statement;
  const isCalled = expr.kind === 'assign' && expr.op === '=' && expr.target.kind === 'name' && expr.value.kind === 'call';
  if ((unvalued.has(expr.kind) && !isCalled) || (expr.kind === 'unary' && /^(?:\+\+|--)$/.test(expr.op))) return false;
  return isResultOfTry(statement);
}
const unvalued: ReadonlySet<Kind> = new Set(['assign', 'new', 'ternary', 'object', 'sequence']);

const isInClosure = (node: Node): boolean => functionAround(node)?.name === null;

/** The last statement of a function's own block, if it is no assignment. */
function isLastOfBody(statement: Node): boolean {
  const block = statement.parent;
  if (block?.kind !== 'block' || block.parent?.kind !== 'func' || block.body.at(-1) !== statement) return false;
  const value = statement.kind === 'exprstmt' ? statement.expr : statement;
  return !/^(?:assign|if|ternary|switch)$/.test(value.kind) && !(value.kind === 'unary' && /^(?:\+\+|--)$/.test(value.op));
}

const isAssign = (statement: Node): boolean =>
  statement.kind === 'exprstmt' && statement.expr.kind === 'assign' && statement.expr.value.kind === 'call';
const isCall = (statement: Node): boolean => statement.kind === 'exprstmt' && statement.expr.kind === 'call';

const isInLambda = (node: Node): boolean => functionAround(node)?.arrow === true;

function functionAround(node: Node): Shape<'func'> | null {
  let at: Node | null = node;
  while (at && at.kind !== 'func') at = at.parent;
  return at;
}

/** Whether a statement's value is that of the function around it, in a language in which the last one is. */
export function isLastOfFunction(statement: Node, finallyCounts = false): boolean {
  let at = statement;
  for (let up = at.parent; up; up = up.parent) {
    switch (up.kind) {
      case 'func':
        return up.body === at;
      case 'block':
      case 'case':
      case 'catch':
        if (Array.isArray(up.body) && up.body.at(-1) !== at) return false;
        break;
      case 'if':
        if (up.test === at) return false;
        break;
      case 'switch':
        if (up.subject === at) return false;
        break;
      case 'unary':
        // Rust's `unsafe { … }`
        if (up.op !== 'unsafe') return false;
        break;
      case 'exprstmt':
        break;
      case 'try':
        if (up.finally === at && finallyCounts !== true) return false;
        break;
      default:
        return false;
    }
    at = up;
  }
  return false;
}
