/** Which role a node plays where it stands. */
import type { LanguageId } from '../model/language.ts';
import type { Kind, Node } from '../model/tree.ts';

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

/** False for statements and for names that are not evaluated: fields, parameters, keys, declared names, types. */
export function isExpression(node: Node): boolean {
  if (notExpressions.has(node.kind)) return false;
  const { parent } = node;
  if (!parent) return true;
  switch (parent.kind) {
    case 'member':
      return parent.property !== node;
    case 'param':
      return parent.default === node;
    case 'func':
      return parent.body === node || parent.decorators.includes(node);
    case 'class':
      return parent.decorators.includes(node) || parent.supers.includes(node);
    case 'pair':
      return (
        parent.value === node ||
        (node.kind !== 'name' && node.kind !== 'string') ||
        parent.parent?.kind !== 'object' ||
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
      return parent.value === node || parent.decorators.includes(node);
    case 'catch':
      return parent.body === node;
    default:
      return true;
  }
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
export function isResult(statement: Node, language: LanguageId, source: string): boolean {
  switch (language) {
    case 'ruby':
      return isLastOfFunction(statement);
    case 'rust':
      return source[statement.end - 1] !== ';' && isLastOfFunction(statement);
    case 'kotlin':
      return isLastOfFunction(statement) && isInLambda(statement);
    default:
      return false;
  }
}

function isInLambda(node: Node): boolean {
  let at: Node | null = node;
  while (at && at.kind !== 'func') at = at.parent;
  return at?.kind === 'func' && at.arrow;
}

/** Whether a statement's value is that of the function around it, in a language in which the last one is. */
export function isLastOfFunction(statement: Node): boolean {
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
      case 'try':
        if (up.finally === at) return false;
        break;
      default:
        return false;
    }
    at = up;
  }
  return false;
}
