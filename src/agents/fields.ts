/** Reading fields of a JSON value that another program wrote. */

export type Fields = Record<string, unknown>;

export function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The first of `keys` that holds a text. */
export function textAt(record: Fields, ...keys: string[]): string | null {
  for (const key of keys) {
    const value = Object.hasOwn(record, key) ? record[key] : undefined;
    if (typeof value === 'string') return value;
  }
  return null;
}

/** The first of `keys` that holds a list, also one written as JSON text. */
export function listAt(record: Fields, ...keys: string[]): unknown[] | null {
  for (const key of keys) {
    const value = Object.hasOwn(record, key) ? parsed(record[key], '[') : undefined;
    if (Array.isArray(value)) return value;
  }
  return null;
}

/** The first of `keys` that holds a whole number, also one written as text. */
export function numberAt(record: Fields, ...keys: string[]): number | null {
  for (const key of keys) {
    const value = Object.hasOwn(record, key) ? record[key] : undefined;
    if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
    if (typeof value === 'string' && /^-?\d{1,15}$/.test(value.trim())) return Number(value);
  }
  return null;
}

/** The record under `key`; an empty one when there is none. */
export function recordAt(record: Fields, key: string): Fields {
  const value = Object.hasOwn(record, key) ? record[key] : undefined;
  return isRecord(value) ? value : {};
}

/** The fields of a value that may be JSON text (Copilot and Cursor send such); none when it has no fields. */
export function fieldsOf(value: unknown): Fields {
  const fields = parsed(value, '{');
  return isRecord(fields) ? fields : {};
}

/** The value that a text stands for when it is JSON of the kind that begins with `mark`; else the value itself. */
export function parsed(value: unknown, mark: '{' | '['): unknown {
  if (typeof value !== 'string' || value.trimStart()[0] !== mark) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
