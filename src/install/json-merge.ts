/** Puts hook entries into a JSON file, and takes them out again. Comments, order and layout of the rest stay. */
import {
  findNodeAtLocation,
  getNodeValue,
  type JSONPath,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { isHookCommand } from './command-line.ts';
import { layoutOf, withMember, withoutMember, withValue } from './json-text.ts';
import type { Default, Entry, Json, Merged } from './target.ts';

const BOM = '\uFEFF';

/**
 * The file's text with the entries in it, one for each list; the same text when they are there already. An older entry is
 * replaced. An empty file counts as `{}`.
 */
export function mergeJson(text: string, entries: readonly Entry[], defaults: readonly Default[] = []): Merged {
  return edit(text, (draft) => {
    for (const { at, value, must } of defaults) {
      const found = draft.node(at);
      if (!found || (must && JSON.stringify(draft.value(at)) !== JSON.stringify(value))) draft.set(at, value);
    }
    for (const { at, value } of entries) {
      const { elements, fault } = draft.list(at);
      if (fault) return fault;
      const ours = elements.flatMap((element, k) => (isOurs(element) ? [k] : []));
      const [first] = ours;
      const found = first === undefined ? null : (elements[first] as Json);
      if (found !== null && ours.length === 1 && JSON.stringify(found) === JSON.stringify(value)) continue;
      if (found !== null && ours.length === 1 && stripped(found) === null) draft.set([...at, first as number], value);
      else {
        draft.strip(at);
        draft.append(at, value);
      }
    }
    return null;
  });
}

/** The file's text without any entry that runs forestall's hook; lists and objects that this leaves empty go with it. */
export function unmergeJson(text: string, entries: readonly Entry[], defaults: readonly Default[] = []): Merged {
  return edit(text, (draft) => {
    const places = new Map(entries.map(({ at }) => [at.join('\0'), at]));
    for (const at of places.values()) {
      if (!Array.isArray(draft.value(at))) continue;
      draft.strip(at);
      for (let path = at; path.length > 0 && isEmpty(draft.value(path)); path = path.slice(0, -1)) draft.remove(path);
    }
    // A section of our own name goes as a whole.
    for (const { at } of defaults) if (at[0] === 'forestall' && draft.node(at)) draft.remove(at);
    return null;
  });
}

const isEmpty = (value: unknown): boolean => typeof value === 'object' && value !== null && Object.keys(value).length === 0;

/** Whether anything in it starts forestall's hook. */
export function isOurs(value: Json): boolean {
  if (typeof value === 'string') return /^file:.*\/forestall\/opencode\.js$/i.test(value);
  if (Array.isArray(value)) return value.some(isOurs);
  if (typeof value !== 'object' || value === null) return false;
  const { args } = value;
  const words = Array.isArray(args) ? args.join(' ') : '';
  return Object.values(value).some((inner) => (typeof inner === 'string' ? isHookCommand(`${inner} ${words}`) : isOurs(inner)));
}

/** An element without our handlers, where it lists several handlers; null when nothing is left of it. */
function stripped(element: Json): Json | null {
  if (!isOurs(element)) return element;
  if (typeof element !== 'object' || element === null || Array.isArray(element)) return null;
  const { hooks } = element;
  if (!Array.isArray(hooks)) return null;
  const others = hooks.filter((handler) => !isOurs(handler));
  return others.length === 0 ? null : { ...element, hooks: others };
}

interface Draft {
  node(path: JSONPath): Node | undefined;
  value(path: JSONPath): Json | undefined;
  list(path: string[]): { elements: Json[]; fault: Merged | null };
  set(path: JSONPath, value: Json): void;
  remove(path: JSONPath): void;
  append(path: JSONPath, value: Json): void;
  /** Takes our handlers out of the list. */
  strip(path: JSONPath): void;
}

function edit(text: string, change: (draft: Draft) => Merged | null): Merged {
  const mark = text.startsWith(BOM) ? BOM : '';
  const original = text.slice(mark.length);
  let body = original.trim() === '' ? '{}' : original;
  const errors: ParseError[] = [];
  const root = parseTree(body, errors, { allowTrailingComma: true });
  const [error] = errors;
  if (error) return refused(body, error.offset, `not valid JSON: ${printParseErrorCode(error.error)}`);
  if (root?.type !== 'object') return refused(body, root?.offset ?? 0, 'not a JSON object');
  const twice = doubled(root);
  if (twice) return refused(body, twice.offset, `the key \`${twice.value}\` stands twice`);
  const layout = layoutOf(body);
  const find = (path: JSONPath): Node | undefined => {
    const tree = parseTree(body, [], { allowTrailingComma: true });
    return tree && findNodeAtLocation(tree, path);
  };
  const valueAt = (path: JSONPath): Json | undefined => {
    const found = find(path);
    return found && (getNodeValue(found) as Json);
  };
  /** Into the object or list at `path`, which is made where there is none. */
  const add = (path: JSONPath, key: string | null, value: Json): void => {
    const container = find(path);
    if (container) body = withMember(body, container, key, value, layout);
    else add(path.slice(0, -1), String(path.at(-1)), key === null ? [value] : { [key]: value });
  };
  const draft: Draft = {
    node: find,
    value: valueAt,
    list(path) {
      for (let k = 1; k <= path.length; k++) {
        const node = find(path.slice(0, k));
        const wanted = k === path.length ? 'array' : 'object';
        if (node && node.type !== wanted) {
          const name = path.slice(0, k).join('.');
          return {
            elements: [],
            fault: refused(body, node.offset, `\`${name}\` is not ${wanted === 'array' ? 'a list' : 'an object'}`),
          };
        }
      }
      return { elements: (valueAt(path) as Json[] | undefined) ?? [], fault: null };
    },
    set(path, value) {
      const node = find(path);
      if (node) body = withValue(body, node, value, layout);
      else add(path.slice(0, -1), String(path.at(-1)), value);
    },
    remove(path) {
      const parent = find(path.slice(0, -1));
      const last = path.at(-1);
      const index =
        typeof last === 'number' ? last : (parent?.children?.findIndex(({ children }) => children?.[0]?.value === last) ?? -1);
      if (parent && index >= 0) body = withoutMember(body, parent, index);
    },
    append: (path, value) => add(path, null, value),
    strip(path) {
      const elements = (valueAt(path) as Json[] | undefined) ?? [];
      for (let k = elements.length - 1; k >= 0; k--) {
        const element = elements[k] as Json;
        if (!isOurs(element)) continue;
        if (stripped(element) === null) draft.remove([...path, k]);
        else {
          const handlers = (element as { hooks: Json[] }).hooks;
          for (let h = handlers.length - 1; h >= 0; h--) {
            if (isOurs(handlers[h] as Json)) draft.remove([...path, k, 'hooks', h]);
          }
        }
      }
    },
  };
  const fault = change(draft);
  if (fault) return fault;
  if (body === original || (original.trim() === '' && body === '{}')) return { kind: 'text', text };
  return { kind: 'text', text: mark + (original.trim() === '' ? `${body}\n` : body) };
}

function refused(text: string, offset: number, message: string): Merged {
  return { kind: 'refused', line: text.slice(0, offset).split('\n').length, message };
}

/** A key that an object has twice: readers disagree about which counts, so that an edit might be without effect. */
function doubled(node: Node): Node | null {
  if (node.type === 'object') {
    const seen = new Set<unknown>();
    for (const property of node.children ?? []) {
      const [key] = property.children ?? [];
      if (!key) continue;
      if (seen.has(key.value)) return key;
      seen.add(key.value);
    }
  }
  for (const child of node.children ?? []) {
    const found = doubled(child);
    if (found) return found;
  }
  return null;
}
