/**
 * The forms of patterns in Ruby. Placeholders are constants, which may stand wherever a value, a name or a statement may,
 * but for parameters, which must be written small.
 */
import type { Node } from '../model/tree.ts';
import type { Form } from './pattern-forms.ts';
import { header, statements } from './pattern-program.ts';
import type { Style } from './pattern-text.ts';
import { ELLIPSIS } from './placeholder.ts';

/** Behind the opening of a parameter list and before its end, where a parameter may begin. */
const inParameters = /(?:\bdef\s+[\w.$]+[?!=]?\s*\(|(?:\{|\bdo)\s*\||->\s*\()(?:[^()|]*,)?[\s*&]*$/;

const small = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** Before `{` that begins a hash and not a block. */
const beforeHash = /(?:^|[(,=[{|&:?]|=>|\b(?:return|and|or|not|in|when|if|unless|puts|p))\s*$/;

/** The text before the bracket that is open at the end of `before`. */
function beforeBrace(before: string): string | null {
  let depth = 0;
  for (let at = before.length - 1; at >= 0; at--) {
    const char = before[at]!;
    if (char === '}' || char === ')' || char === ']') depth++;
    else if ((char === '{' || char === '(' || char === '[') && depth-- === 0) return char === '{' ? before.slice(0, at) : null;
  }
  return null;
}

const style: Style = {
  strings: [
    { open: '"', close: '"', escape: '\\', code: ['#{', '}'] },
    { open: "'", close: "'", escape: '\\', code: null },
    { open: '`', close: '`', escape: '\\', code: ['#{', '}'] },
  ],
  statement: ELLIPSIS,
  field: ELLIPSIS,
  ellipsis(before, after) {
    if (inParameters.test(before)) return small(ELLIPSIS);
    const opened = beforeBrace(before);
    const entry = /[{,]\s*$/.test(before) && /^\s*[,}]/.test(after);
    if (entry && opened !== null && beforeHash.test(opened)) return `**${ELLIPSIS}`;
    return /^\s*(?:\.[a-z_A-Z$]|[,)\]}]|$)/.test(after) ? null : ELLIPSIS;
  },
  replace: [[/(?<!\.)\.\s*\.\.\.\s*\.(?!\.)/g, `.${ELLIPSIS}.`]],
  metavar: (name, before) => (inParameters.test(before) ? small(name) : name),
  typed: null,
  comments: ['# '],
};

export const rubyForms: readonly Form[] = [
  // `:a => b` reads as what takes `:a` apart.
  { before: '{', after: '}\n', style, when: /^(?::?[\w$]+|"[^"]*"|'[^']*')\s*=>/, pick: (program) => entry(program) },
  { before: '', after: '\n', style, pick: statements },
  { before: '', after: '\nend\n', style, when: /^(?:def|class|module)\b/, pick: header },
  { before: '{', after: '}\n', style, when: /^(?::?[\w$]+|"[^"]*"|'[^']*')\s*(?::|=>)/, pick: (program) => entry(program) },
];

/** The one entry of a hash. */
const entry = (program: Node): Node[] | null => {
  const [only] = statements(program);
  return only?.kind === 'object' && only.props.length === 1 ? only.props : null;
};
