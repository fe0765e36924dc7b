/** The forms of patterns in Rust. */
import type { Node } from '../model/tree.ts';
import type { Form } from './pattern-forms.ts';
import { type Places, placeEllipses } from './pattern-places.ts';
import { body, headerOf, unwrapped } from './pattern-program.ts';
import type { Style } from './pattern-text.ts';
import { ELLIPSIS, typedName } from './placeholder.ts';

/** What an open bracket holds. */
type Place = 'block' | 'items' | 'fields' | 'arms' | 'list';

const STRING = /^(?:r(#*)"[^]*?"\1|"(?:[^"\\]|\\[^])*")/;

const places: Places<Place> = {
  string: STRING,
  outside: 'block',
  list: 'list',
  brace: braceOf,
  parenthesis: () => 'list',
  shaped: (name, place, before, after) => shaped(name, place, before.trimEnd(), after.trimStart()),
};

function shaped(name: string, place: Place, before: string, after: string): string {
  switch (place) {
    case 'fields':
      return `${name}: ${ELLIPSIS}`;
    case 'items':
      return `static ${name}: ${ELLIPSIS};`;
    case 'arms':
      return `${name} => ${name}`;
    case 'block':
      return /(?:^|[{};])$/.test(before) && !/^[.,;)\]=?]/.test(after) ? `${name};` : name;
    case 'list':
      return name;
    default:
      return place satisfies never;
  }
}

/** What the brace behind `before` opens. */
function braceOf(before: string): Place {
  const head = /[^{};]*$/.exec(before)?.[0] ?? '';
  if (/\b(?:struct|union)\b/.test(head)) return 'fields';
  if (/\benum\b/.test(head)) return 'list';
  if (/\bfn\b/.test(head)) return 'block';
  if (/^\s*(?:#\[[^]*\]\s*)?(?:pub\s+|unsafe\s+)*(?:impl|trait|mod|extern)\b/.test(head)) return 'items';
  if (/\bmatch\b/.test(head)) return 'arms';
  if (/\b(?:if|while|for|in|loop|else|unsafe|async|move|const|try)\b/.test(head) || !/[\w$>]\s*$/.test(head)) return 'block';
  return 'list';
}

const rust: Style = {
  strings: [
    { open: 'r#"', close: '"#', escape: '', code: null },
    { open: 'r"', close: '"', escape: '', code: null },
    { open: '"', close: '"', escape: '\\', code: null },
  ],
  statement: ELLIPSIS,
  field: ELLIPSIS,
  spread: false,
  replace: [
    // `($X: T)` alone in its parentheses is a typed metavariable: a cast is the expression that holds a type.
    [/(?<![\w>!$]\s*)\(\s*\$([A-Z_][A-Z0-9_]*)\s*:\s*([^(),;={}]+)\)/g, `(${typedName('$1')} as $2)`],
  ],
  prepare: (text) => placeEllipses(text, places),
  metavar: (name) => name,
  typed: 'colon',
  comments: ['//'],
};

/** The statements of the function around a pattern; a lone expression without `;` is an expression. */
const statements = (program: Node, text: string): Node[] => {
  const [func] = body(program);
  return unwrapped(func?.kind === 'func' ? body(func.body) : [], text);
};

/** A function or class to which the form gave a body, so that the header alone is compared. */
const header = (program: Node, text: string): Node[] | null => headerOf(statements(program, text));

const decorators = (program: Node): Node[] | null => {
  const [only] = body(program);
  return only?.kind === 'class' && only.decorators.length > 0 ? only.decorators : null;
};

const arms = (program: Node, text: string): Node[] | null => {
  const [only] = statements(program, text);
  return only?.kind === 'switch' ? only.cases : null;
};

/** The type on the right of an alias. */
const aliased = (program: Node): Node[] | null => {
  const [only] = body(program);
  return only?.kind === 'other' && only.kids.length === 2 ? [only.kids[1]!] : null;
};

const within = { before: 'fn Fs_f() {\n', after: '\n}', style: rust };

export const rustForms: readonly Form[] = [
  { before: '', after: '\nstruct Fs_c;', style: rust, when: /^#\[[^]*\]$/, pick: decorators },
  { ...within, pick: statements },
  { ...within, after: ';\n}', pick: statements },
  { ...within, after: ' {}\n}', when: /^(?:pub\b|async\b|unsafe\b|const\b|fn\b|impl\b|struct\b|trait\b|enum\b)/, pick: header },
  { before: 'fn Fs_f() { match x { ', after: ' } }', style: rust, when: /=>/, pick: arms },
  { before: 'type Fs_t = ', after: ';', style: rust, pick: aliased },
];
