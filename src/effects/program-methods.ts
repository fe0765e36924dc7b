/** What methods of texts, paths and open files do. */

import { type Call, type ProgramScript, word } from './program-script.ts';
import { constantOf, join, joinPaths, partsOf, unknownValue, type Value, wordOf } from './program-value.ts';

/** The value of `object.method(…)`. */
export function methodValue(object: Value, method: string, call: Call, script: ProgramScript): Value {
  const { args, first } = call;
  if (object.kind === 'file') {
    if (method === 'write' || method === 'writelines' || method === 'end') script.write(object, first);
    return /^(read|readlines|readline)$/.test(method) ? { kind: 'text', parts: partsOf(object) } : unknownValue;
  }
  if (object.kind !== 'text') return unknownValue;
  const path = wordOf(object.parts);
  switch (method) {
    case 'unlink':
      script.emit(`rm -f -- ${path}`);
      return unknownValue;
    case 'rmdir':
      script.emit(`rmdir -- ${path}`);
      return unknownValue;
    case 'write_text':
    case 'write_bytes':
      script.emit(`printf '%s' ${word(first)} > ${path}`);
      return unknownValue;
    case 'read_text':
    case 'read_bytes':
      return script.read(path);
    case 'open': {
      const mode = constantOf(first) ?? 'r';
      return { kind: 'file', path: object.parts, mode, fresh: true };
    }
    case 'rename':
      script.emit(`mv -- ${path} ${word(first)}`);
      return unknownValue;
    case 'symlink_to':
      script.emit(`ln -s -- ${word(first)} ${path}`);
      return unknownValue;
    case 'chmod':
      script.emit(`chmod ${word(first)} ${path}`);
      return unknownValue;
    case 'joinpath':
      return joinPaths([object, ...args]);
    case 'glob':
    case 'rglob':
    case 'iterdir':
      return joinPaths([
        object,
        { kind: 'text', parts: [{ kind: 'glob', text: constantOf(first)?.replace(/^.*\//, '') ?? '*' }] },
      ]);
    case 'join':
      return first.kind === 'list'
        ? join(...first.items.flatMap((item, index) => (index > 0 ? [object, item] : [item])))
        : unknownValue;
    case 'concat':
      return join(object, ...args);
    case 'then':
      return object;
    // `.read()`, `.decode()`, `.strip()`, `.toString()`, `.text()`, `.expanduser()`: near enough the same text.
    default:
      return /^(read|decode|encode|strip|rstrip|trim|toString|text|json|expanduser|resolve|absolute|as_posix|content|splitlines|readlines|items|copy)$/.test(
        method,
      )
        ? script.expanded(object)
        : unknownValue;
  }
}
