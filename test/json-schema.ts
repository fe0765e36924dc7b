/** A checker for the JSON Schemas of `schemas/`: the keywords that stand there, no others. */
export type Schema = { readonly [keyword: string]: unknown };

/** What does not fit, each with its place; an unknown keyword is a fault of the schema and throws. */
export function misfits(value: unknown, schema: Schema, root: Schema = schema, at = '$'): string[] {
  return Object.entries(schema).flatMap(([keyword, asked]): string[] => {
    const wrong = (fits: boolean): string[] => (fits ? [] : [`${at}: not ${keyword} ${JSON.stringify(asked)}`]);
    const inner = (item: unknown, of: unknown, place: string): string[] => misfits(item, of as Schema, root, place);
    const fields = isObject(value) ? value : {};
    switch (keyword) {
      case '$defs':
        return [];
      case '$ref': {
        const name = /^#\/\$defs\/(\w+)$/.exec(String(asked))?.[1] ?? '';
        return inner(value, (root['$defs'] as Schema)[name], at);
      }
      case 'type':
        return wrong(kindsOf(value).includes(String(asked)));
      case 'const':
        return wrong(value === asked);
      case 'enum':
        return wrong((asked as unknown[]).includes(value));
      case 'anyOf':
        return wrong((asked as Schema[]).some((one) => inner(value, one, at).length === 0));
      case 'required':
        return (asked as string[]).flatMap((key) => (key in fields ? [] : [`${at}: no ${key}`]));
      case 'properties':
        return Object.entries(asked as Schema).flatMap(([key, one]) =>
          key in fields ? inner(fields[key], one, `${at}.${key}`) : [],
        );
      case 'additionalProperties': {
        const others = Object.keys(fields).filter((key) => !(key in ((schema['properties'] ?? {}) as object)));
        if (asked === false) return others.map((key) => `${at}: unknown ${key}`);
        return asked === true ? [] : others.flatMap((key) => inner(fields[key], asked, `${at}.${key}`));
      }
      case 'items':
        return Array.isArray(value) ? value.flatMap((item, k) => inner(item, asked, `${at}[${k}]`)) : [];
      case 'contains':
        return wrong(!Array.isArray(value) || value.some((item) => inner(item, asked, at).length === 0));
      case 'minItems':
        return wrong(!Array.isArray(value) || value.length >= Number(asked));
      case 'minLength':
        return wrong(typeof value !== 'string' || value.length >= Number(asked));
      case 'minimum':
        return wrong(typeof value !== 'number' || value >= Number(asked));
      case 'exclusiveMinimum':
        return wrong(typeof value !== 'number' || value > Number(asked));
      default:
        throw new Error(`${at}: the keyword ${keyword} is not known here`);
    }
  });
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function kindsOf(value: unknown): string[] {
  if (value === null) return ['null'];
  if (Array.isArray(value)) return ['array'];
  return typeof value === 'number' && Number.isInteger(value) ? ['number', 'integer'] : [typeof value];
}
