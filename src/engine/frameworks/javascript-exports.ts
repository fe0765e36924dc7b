/** What a JavaScript module exports, for frameworks that give exported functions a meaning. */
import type { Node } from '../../model/tree.ts';
import type { Tree } from '../tree.ts';
import { keyName, valueOf } from './javascript-guards.ts';

export interface Exported {
  /** `default` for the default export. */
  name: string;
  value: Node;
  /** Of the declaration up to its name. */
  start: number;
  end: number;
}

export function exportsOf(tree: Tree): Exported[] {
  const found: Exported[] = [];
  const { program } = tree;
  if (program.kind !== 'program') return found;
  for (const node of program.body) {
    switch (node.kind) {
      case 'func':
      case 'class':
        if (node.modifiers.includes('export')) {
          const name = node.modifiers.includes('default') ? 'default' : node.name ? keyName(node.name) : '';
          found.push({ name, value: node, start: node.start, end: node.name?.end ?? firstLine(tree, node) });
        }
        break;
      case 'vardef':
        if (node.modifiers.includes('export') && node.target.kind === 'name' && node.value)
          found.push({ name: node.target.name, value: node.value, start: node.start, end: node.target.end });
        break;
      case 'other': {
        const [kid] = node.kids;
        if (node.type === 'export_default' && kid)
          found.push({ name: 'default', value: valueOf(kid, tree) ?? kid, start: node.start, end: firstLine(tree, node) });
        else if (node.type === 'export_equals' && kid)
          found.push({ name: 'default', value: valueOf(kid, tree) ?? kid, start: node.start, end: firstLine(tree, node) });
        else if (node.type === 'export')
          for (const pair of node.kids)
            if (pair.kind === 'pair') {
              const value = valueOf(pair.value, tree);
              if (value && value !== pair.value)
                found.push({
                  name: keyName(pair.key),
                  value,
                  start: value.start,
                  end: value.kind === 'func' ? (value.name?.end ?? firstLine(tree, value)) : firstLine(tree, value),
                });
            }
        break;
      }
      case 'exprstmt': {
        const { expr } = node;
        if (expr.kind !== 'assign' || expr.target.kind !== 'member') break;
        const { object, property } = expr.target;
        const ofModule = object.kind === 'name' && object.name === 'module' && keyName(property) === 'exports';
        const ofExports =
          (object.kind === 'name' && object.name === 'exports') ||
          (object.kind === 'member' && keyName(object.property) === 'exports');
        if (ofModule || ofExports)
          found.push({
            name: ofModule ? 'default' : keyName(property),
            value: valueOf(expr.value, tree) ?? expr.value,
            start: node.start,
            end: expr.target.end,
          });
        break;
      }
      default:
    }
  }
  return found;
}

/** The end of the node's first line. */
function firstLine(tree: Tree, { start, end }: Node): number {
  const line = tree.source.indexOf('\n', start);
  return line < 0 || line > end ? end : line;
}

/** Whether the text imports from a module that fits. */
export const importsFrom = ({ source }: Tree, module: string): boolean =>
  new RegExp(`(?:from|require\\(|import)\\s*\\(?\\s*['"](?:${module})['"]`).test(source);
