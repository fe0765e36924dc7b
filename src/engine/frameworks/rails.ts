/**
 * Rails: the public methods of controllers. Routes and filters of parent classes stand in other files, so nothing is said of
 * what guards them; a `before_action` that is named for an ability or role is told by its name.
 * https://guides.rubyonrails.org/action_controller_overview.html
 */
import type { Node } from '../../model/tree.ts';
import type { Framework, Route } from '../route.ts';
import type { Tree } from '../tree.ts';
import { nameOf } from './controller.ts';

export const rails: Framework = {
  routes(tree) {
    const found: Route[] = [];
    const visit = (nodes: readonly Node[]): void => {
      for (const node of nodes) {
        if (node.kind === 'namespace') visit(node.body);
        if (node.kind !== 'class') continue;
        if (node.keyword === 'module' || !/Controller$/.test(nameOf(node))) {
          visit(node.body);
          continue;
        }
        found.push(...actions(tree, node.body, node));
      }
    };
    visit(tree.program.kind === 'program' ? tree.program.body : []);
    return found;
  },
  knowsUsers: ({ source }) => /\bcurrent_user\b|authenticate_\w+!|require_login/.test(source),
};

function actions(tree: Tree, body: readonly Node[], owner: Node): Route[] {
  const found: Route[] = [];
  const filters = body
    .map((node) => tree.source.slice(node.start, node.end))
    .filter((text) => /^(?:prepend_)?before_action|^load_and_authorize_resource|^authorize_resource/.test(text))
    .join('\n');
  for (const node of body) {
    // What follows `private` is no action.
    if (/^(?:private|protected)$/.test(tree.source.slice(node.start, node.end))) break;
    if (node.kind !== 'func' || !node.body) continue;
    found.push({
      method: /^(?:index|show|new|edit)$/.test(nameOf(node)) ? 'get' : 'post',
      path: null,
      start: node.start,
      end: node.name?.end ?? node.start,
      name: nameOf(node),
      handler: node,
      own: 'none',
      before: ['guard'],
      owner,
      open: true,
      guardText: filters,
    });
  }
  return found;
}
