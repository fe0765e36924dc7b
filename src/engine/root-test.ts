/** Which nodes can be the root of a pattern's match. */
import type { LanguageId } from '../model/language.ts';
import type { Kind, Node, Shape } from '../model/tree.ts';
import { DECORATOR, IMPORTS, TRY_PART } from '../rules/placeholder.ts';
import { isHeredoc } from './constants.ts';
import { defaultOf, isDefaultExport } from './matching/default-export.ts';
import { scripts } from './matching/dialect.ts';
import { isReach, takesApart } from './matching/disguise.ts';
import { isDeclared, isThrown } from './matching/matcher.ts';
import { isNamedValue } from './matching/matching.ts';
import { isInitialiser } from './matching/statements.ts';
import type { Names } from './names.ts';
import { isExpression, isLastOfFunction, isType } from './position.ts';

/** A cheap test that a node could be the root of a match. */
export function rootTest(pattern: Node, names: Names): (node: Node) => boolean {
  const { language, wide } = names;
  const fits = kindTest(pattern, language, wide);
  if (wide) return fits;
  if (language === 'bash') return (node) => fits(node) && !isUnseen(node);
  if (scripts.has(language) && (pattern.kind === 'array' || pattern.kind === 'object'))
    return (node) => fits(node) && !isDeclaredByLoop(node, names.source);
  if (scripts.has(language) && (pattern.kind === 'string' || pattern.kind === 'metavar'))
    return (node) => fits(node) && !isTextOfElement(node, names.source);
  return language === 'ruby' && names.source.includes('<<') ? (node) => fits(node) && !isInHeredoc(node, names) : fits;
}

/** The reference sees no code in a heredoc. */
function isInHeredoc(node: Node, names: Names): boolean {
  for (let at = node.parent; at; at = at.parent) if (isHeredoc(at, names)) return true;
  return false;
}

/** The text between the tags of JSX, which is no literal. */
const isTextOfElement = (node: Node, source: string): boolean =>
  node.kind === 'string' && node.parent?.kind === 'element' && !/["'`]/.test(source[node.start]!);

/** `[a]` of `for (const [a] of b)`, which is no list; nor is `{ a }` an object there. */
const isDeclaredByLoop = (node: Node, source: string): boolean =>
  node.parent?.kind === 'foreach' &&
  node.parent.target === node &&
  /\b(?:const|let|var)\s+$/.test(source.slice(Math.max(0, node.start - 20), node.start));

/** In tests, arithmetic and what a command reads from the reference looks for nothing. */
function isUnseen(node: Node): boolean {
  for (let at = node.parent; at; at = at.parent) {
    if (at.kind !== 'other') continue;
    if (unseen.has(at.type)) return true;
    const [mark] = at.kids;
    if (at.type === 'file_redirect' && mark?.kind === 'other' && mark.text === '<') return true;
  }
  return false;
}

const unseen: ReadonlySet<string> = new Set(['[', '[[', 'arithmetic_statement', 'herestring_redirect']);

function kindTest(pattern: Node, language: LanguageId, wide: boolean): (node: Node) => boolean {
  switch (pattern.kind) {
    case 'metavar':
      // A variable that is given a value is an assignment to it.
      return scripts.has(language) && !wide
        ? (node) => (node.kind === 'vardef' ? isGiven(node) : isExpression(node, language) && !isDefinition(node))
        : (node) => isExpression(node, language);
    case 'ellipsis':
    case 'metaellipsis':
    case 'deep':
    case 'typed':
    case 'number':
    case 'bool':
      return (node) => isExpression(node, language);
    case 'call':
      if (isAnyMethod(pattern, language) && !wide) return (node) => node.kind === 'call' || node.kind === 'index';
      // What a class of Kotlin is derived from is made by no call of its own.
      if (language === 'kotlin' && !wide) return (node) => node.kind === 'call' && !isBase(node);
      return (node) => node.kind === 'call';
    case 'string':
      if (language === 'ruby') return (node) => isExpression(node, language) && !isRequired(node) && !isTested(node);
      if (!wide && (language === 'go' || language === 'rust')) return (node) => isExpression(node, language) && !isTested(node);
      if (language === 'typescript' && !wide)
        return (node) => (isExpression(node, language) ? !isLabel(node) && !isConstant(node) : isLiteralType(node));
      return scripts.has(language)
        ? (node) => isExpression(node, language) && !isLabel(node)
        : (node) => isExpression(node, language);
    case 'name':
      return (node) => (node.kind === 'name' || node.kind === 'member') && isExpression(node, language);
    case 'member':
      // A chain may end where its `...` begins.
      if (pattern.property.kind === 'ellipsis' && !wide)
        return (node) =>
          ((node.kind === 'name' || node.kind === 'member') && isExpression(node, language)) ||
          (node.kind === 'call' && node.callee.kind === 'member');
      return (node) =>
        ((node.kind === 'name' || node.kind === 'member') && isExpression(node, language)) ||
        (wide &&
          (node.kind === 'index' ||
            (node.kind === 'call' && isReach(node)) ||
            (node.kind === 'pair' && scripts.has(language) && takesApart(node))));
    case 'assign':
      return (node) =>
        (node.kind === 'assign' &&
          node.parent?.kind !== 'with' &&
          !isPrefix(node) &&
          !isChained(node, language) &&
          !(scripts.has(language) && !wide && isDefault(node))) ||
        (node.kind === 'vardef' && !(scripts.has(language) && isMember(node) && isMethod(node, wide))) ||
        (wide ? isDefaultExport(node) : defaultOf(node) !== null) ||
        isInitialiser(node);
    case 'func':
      // What the type of a function is written with is no function.
      if (scripts.has(language) && pattern.name == null)
        return (node) => node.kind === 'func' && !isMethodValue(node, wide) && !isFunctionType(node);
      if (scripts.has(language) && pattern.receiver != null)
        return (node) => (node.kind === 'func' ? isDeclared(node) && isMember(node) : isMember(node) && isMethod(node, wide));
      // `private def m` of Ruby hands the method to a call.
      if (language === 'ruby' && !wide) return (node) => node.kind === 'func' && (pattern.name == null || !node.arrow);
      return (node) =>
        node.kind === 'func'
          ? pattern.name == null || (pattern.name.kind === 'ellipsis' && !isFunctionType(node)) || isDeclared(node)
          : (node.kind === 'vardef' && node.parent?.kind === 'class') ||
            (node.kind === 'pair' && node.value.kind === 'func' && node.parent?.kind === 'object');
    case 'exprstmt':
      return (node) =>
        statementKinds.has(node.kind) ||
        (wide && isInitialiser(node)) ||
        (expressionBodies.has(language) && isBody(node) && (wide || language !== 'csharp' || !isOfLambda(node)));
    case 'vardef':
      // The field of a struct is nothing that `var` declares.
      if (language === 'go' && !wide)
        return (node) => (node.kind === 'vardef' && node.parent?.kind !== 'class') || isDefaultExport(node);
      // What a loop counts with and what an enumeration names are no declarations.
      return (node) =>
        (wide ? isDefaultExport(node) : defaultOf(node) !== null) ||
        (node.kind === 'vardef' &&
          !(
            typedLanguages.has(language) &&
            (node.parent?.kind === 'for' ||
              (language === 'java' && node.parent?.kind === 'foreach' && !wide) ||
              (language === 'csharp' &&
                ((node.parent?.kind === 'class' && node.parent.keyword === 'enum') || (!wide && isTestedFor(node)))))
          ));
    case 'array':
      // Python's `{...}` is also a dictionary, and what a comprehension makes.
      return language === 'python'
        ? (node) => node.kind === 'array' || node.kind === 'object' || node.kind === 'comprehension'
        : (node) => node.kind === 'array';
    case 'index':
      return (node) => node.kind === 'index' || node.kind === 'generic';
    case 'foreach':
      return (node) => node.kind === 'foreach' || node.kind === 'for' || node.kind === 'while';
    case 'return':
      return (node) =>
        node.kind === 'return' ||
        (node.kind === 'exprstmt' && isLastOfFunction(node, language === 'ruby' || scripts.has(language))) ||
        (node.parent?.kind === 'func' && node.parent.body === node && node.kind !== 'block');
    case 'template':
      return (node) => node.kind === 'template' || node.kind === 'string';
    case 'regex':
      return (node) => node.kind === 'regex' || node.kind === 'other' || (isVariable(node) && isExpression(node, language));
    case 'throw':
      return (node) => node.kind === 'throw' || isThrown(node);
    case 'block':
      return (node) => node.kind === 'block' || node.kind === 'program';
    case 'other':
      if (pattern.type === DECORATOR) return isDecorator;
      if (pattern.type === TRY_PART) return (node) => node.kind === 'block' && node.parent?.kind === 'try';
      if (pattern.type === IMPORTS) return (node) => node.kind === 'import' || (scripts.has(language) && isRequire(node));
      return (node) => node.kind === 'other';
    case 'import':
      return (node) =>
        node.kind === 'import' ||
        (node.kind === 'vardef' && node.value?.kind === 'call') ||
        (node.kind === 'other' && node.type === 'export_from');
    case 'unary':
      // `&str` is a type of Rust.
      // So is `*T` of Go.
      if (language === 'go' && pattern.op === '*' && !wide)
        return (node) => node.kind === 'unary' && (node.parent?.kind === 'cast' || !isType(node, language));
      if (language === 'rust' && !wide) return (node) => node.kind === 'unary' && isExpression(node, language);
      return (node) => node.kind === 'unary';
    case 'binary':
      return scripts.has(language)
        ? (node) => node.kind === 'binary' || (node.kind === 'assign' && node.op !== '=')
        : (node) => node.kind === 'binary';
    default:
      return (node) => node.kind === pattern.kind;
  }
}

/** What a name that is looked at by itself fits: a pattern of its kind, and a metavariable. */
export const fitsName = (name: Node, pattern: Node, { wide }: Names): boolean =>
  name.kind === pattern.kind || (pattern.kind === 'metavar' && !wide);

/** A function, class or method that is declared; one that is a value is an expression. */
const isDefinition = (node: Node): boolean =>
  node.kind === 'func'
    ? (isDeclared(node) && node.parent?.kind !== 'other') || isMethodValue(node, false)
    : node.kind === 'class' && declaring.has(node.parent?.kind ?? 'program');
const declaring: ReadonlySet<Kind> = new Set(['program', 'block', 'namespace', 'case']);

const isGiven = ({ target, value, keyword, parent }: Shape<'vardef'>): boolean =>
  target.kind === 'name' &&
  value !== null &&
  keyword !== 'type' &&
  parent?.kind !== 'for' &&
  !(parent?.kind === 'class' && parent.keyword === 'enum');
const isVariable = ({ kind }: Node): boolean => kind === 'name' || kind === 'member';

/** `$X.$M(...)`, which in Ruby is `x[1]`, too. */
const isAnyMethod = (pattern: Node, language: LanguageId): boolean =>
  language === 'ruby' &&
  pattern.kind === 'call' &&
  pattern.callee.kind === 'member' &&
  pattern.callee.property.kind === 'metavar';

/** What Ruby's `require` names. */
const isRequired = ({ parent }: Node): boolean =>
  parent?.kind === 'call' && parent.callee.kind === 'name' && requires.has(parent.callee.name);
const requires: ReadonlySet<string> = new Set(['require', 'require_relative', 'load']);

const isTested = (node: Node): boolean => node.parent?.kind === 'case' && node.parent.tests.includes(node);

/** A property's name, what a `case` names, or the module of an `export`, none of which is a value. */
const isLabel = (node: Node): boolean => {
  const { parent } = node;
  if (node.kind !== 'string' || !parent) return false;
  return (
    (parent.kind === 'pair' && parent.key === node && parent.start === node.start) ||
    isTested(node) ||
    (parent.kind === 'other' && parent.type === 'export_from')
  );
};

/** What a name of an enumeration stands for. */
const isConstant = ({ parent }: Node): boolean =>
  parent?.kind === 'vardef' && parent.parent?.kind === 'class' && parent.parent.keyword === 'enum';

/** `'a'` as a type, which is a text to the reference where it is no argument of a type and in no interface. */
function isLiteralType(node: Node): boolean {
  if (node.kind !== 'string') return false;
  for (let at: Node = node, up = at.parent; up; at = up, up = at.parent)
    switch (up.kind) {
      case 'vardef':
      case 'param':
        return up.type === at && !isInInterface(up.kind === 'param' ? up.parent : up);
      case 'func':
        return up.returns === at && !isInInterface(up);
      case 'cast':
        return up.type === at;
      case 'call':
        return up.typeArgs.includes(at);
      case 'binary':
      case 'unary':
      case 'ternary':
      case 'index':
      case 'array':
      case 'template':
      case 'other':
        break;
      default:
        return false;
    }
  return false;
}

const isInInterface = (member: Node | null): boolean => member?.parent?.kind === 'class' && member.parent.keyword === 'interface';

const isFunctionType = (node: Shape<'func'>): boolean => node.arrow && node.body === null;

const isMember = ({ parent }: Node): boolean => parent?.kind === 'class' || parent?.kind === 'object';
/** A field or property of JavaScript that holds a function is a method. */
const isMethod = (node: Node, wide: boolean): boolean =>
  (node.kind === 'vardef' || node.kind === 'pair') && node.value?.kind === 'func' && (wide || !isNamedValue(node.value));
const isMethodValue = ({ parent }: Node, wide: boolean): boolean => parent !== null && isMember(parent) && isMethod(parent, wide);

/** What C#'s `is T x` names, and an indexer. */
const isTestedFor = (node: Shape<'vardef'>): boolean =>
  (node.parent?.kind === 'binary' && node.parent.op === 'is') || (node.target.kind === 'name' && node.target.name === 'this');

const isBase = (node: Node): boolean => node.parent?.kind === 'class' && node.parent.supers.includes(node);
const isRequire = (node: Node): boolean => node.kind === 'vardef' && node.value?.kind === 'call';

const isDecorator = (node: Node): boolean =>
  node.parent !== null && 'decorators' in node.parent && node.parent.decorators.includes(node);

/** Languages that declare variables with their type. */
export const typedLanguages: ReadonlySet<LanguageId> = new Set(['java', 'csharp']);
/** Languages in which the expression that is a function's body is a statement. */
const expressionBodies: ReadonlySet<LanguageId> = new Set(['java', 'csharp', 'php']);
const isBody = (node: Node): boolean => node.parent?.kind === 'func' && node.parent.body === node && node.kind !== 'block';

const isOfLambda = ({ parent }: Node): boolean => parent?.kind === 'func' && parent.arrow;

/** `b = 1` in Python's `a = b = 1`. */
const isChained = ({ parent }: Node, language: LanguageId): boolean => parent?.kind === 'assign' && language === 'python';

/** `= e` of a part that a pattern of JavaScript takes. */
function isDefault(node: Shape<'assign'>): boolean {
  if (node.op !== '=') return false;
  let at: Node = node;
  while (at.parent && (at.parent.kind === 'pair' || at.parent.kind === 'object' || at.parent.kind === 'array')) at = at.parent;
  const owner = at === node ? null : at.parent;
  return owner !== null && 'target' in owner && owner.target === at;
}

/** `X=1` before a command of a shell sets no variable of the shell. */
const isPrefix = ({ parent }: Node): boolean => parent?.kind === 'other' && parent.type === 'command';

const statementKinds: ReadonlySet<Kind> = new Set(['exprstmt', 'vardef', 'return', 'throw']);
