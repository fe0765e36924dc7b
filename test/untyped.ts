/** TypeScript without its types, which leaves JavaScript; lines stay where they are. */
import { parse } from '@babel/parser';

interface BabelNode {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

const isNode = (value: unknown): value is BabelNode =>
  typeof value === 'object' && value !== null && typeof (value as BabelNode).type === 'string';

/** Type-level statements and parts, which vanish whole. */
const gone =
  /^(?:TSTypeAnnotation|TSTypeParameterInstantiation|TSTypeParameterDeclaration|TSInterfaceDeclaration|TSTypeAliasDeclaration|TSDeclareFunction|TSDeclareMethod|TSIndexSignature)$/;

/** Null when the text holds what is more than types: enums, namespaces, decorators of parameters. */
export function untyped(text: string, jsx: boolean): string | null {
  const tree = parse(text, {
    sourceType: 'module',
    errorRecovery: true,
    allowReturnOutsideFunction: true,
    allowAwaitOutsideFunction: true,
    plugins: ['typescript', 'decorators', ...(jsx ? (['jsx'] as const) : [])],
  }) as unknown as BabelNode;
  const blanks: [number, number][] = [];
  let whole = true;
  const visit = (node: BabelNode, parent: BabelNode | null): void => {
    const blank = (from: number, to: number) => blanks.push([from, to]);
    if (gone.test(node.type) || node.declare === true || node.importKind === 'type' || node.exportKind === 'type') {
      const ofExport = parent?.type === 'ExportNamedDeclaration';
      let { start, end } = ofExport ? parent : node;
      if (parent?.type === 'ImportDeclaration') while (text[end] === ',' || text[end] === ' ') end++;
      if (node.type === 'TSTypeAnnotation' && /[?!]/.test(text[start - 1] ?? '')) start--;
      blank(start, end);
      return;
    }
    if (/^TS(?:Enum|Module|Export|ImportEquals)/.test(node.type)) whole = false;
    const inner = node.expression;
    if (/^TS(?:As|Satisfies|NonNull)/.test(node.type) && isNode(inner))
      blank(inner.end + parenthesesAfter(text, inner), node.end);
    if (node.type === 'TSTypeAssertion' && isNode(inner)) blank(node.start, inner.start);
    if (node.type === 'TSParameterProperty') {
      const parameter = node.parameter as BabelNode;
      blank(node.start, parameter.start);
    }
    if (/^Class(?:Private)?(?:Property|Method)$/.test(node.type)) {
      const key = node.key as BabelNode;
      const head = text.slice(node.start, key.start);
      for (const { index, 0: word } of head.matchAll(/\b(?:public|private|protected|readonly|abstract|override)\b/g))
        blank(node.start + index, node.start + index + word.length);
      if (/[!?]/.test(text[key.end] ?? '')) blank(key.end, key.end + 1);
    }
    if (node.type === 'ClassDeclaration') {
      const list = node.implements as BabelNode[] | undefined;
      const last = list?.at(-1);
      const first = list?.[0];
      if (last && first) blank(text.lastIndexOf('implements', first.start), last.end);
      if (node.abstract) blank(text.indexOf('abstract', node.start), text.indexOf('class', node.start));
    }
    if (node.optional === true && /Identifier|Pattern/.test(node.type))
      blank(text.indexOf('?', node.start), text.indexOf('?', node.start) + 1);
    if (parent && /Function|Method/.test(parent.type) && node.type !== 'ClassMethod' && Array.isArray(node.decorators))
      whole = false;
    for (const [role, value] of Object.entries(node)) {
      if (role === 'implements' || role === 'comments' || role === 'errors' || role === 'tokens') continue;
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child, node);
    }
  };
  visit(tree, null);
  if (!whole) return null;
  const kept = text.split('');
  for (const [from, to] of blanks) for (let at = from; at < to; at++) if (kept[at] !== '\n' && kept[at] !== '\r') kept[at] = '';
  return kept.join('');
}

/** How many characters after a node close the parentheses around it. */
function parenthesesAfter(text: string, node: BabelNode): number {
  const extra = node.extra as { parenthesized?: boolean } | undefined;
  if (!extra?.parenthesized) return 0;
  return (/^\s*\)/.exec(text.slice(node.end))?.[0] ?? '').length;
}
