/** Needs in the form that bundled rules hold: said once, and short, because every call reads them. */
import type { Needs, PackedNeeds } from '../model/rule.ts';

/** Holds for the same texts as `needs`. */
export function packNeeds(needs: Needs): PackedNeeds {
  switch (needs.kind) {
    case 'word':
      return needs.value;
    case 'text':
      return needs.caseless ? `~${needs.value.toLowerCase()}` : `=${needs.value}`;
    case 'all':
    case 'any':
      return packList(needs.kind, needs.of.map(packNeeds));
    default:
      return needs;
  }
}

type Kind = 'all' | 'any';
const codes = { all: 0, any: 1 } as const;

function packList(kind: Kind, parts: readonly PackedNeeds[]): PackedNeeds {
  // `any` of `any` is one `any`.
  const flat = parts.flatMap((part) => partsOf(part, kind) ?? [part]);
  const absorbed = absorb(kind, flat);
  const [only] = absorbed;
  if (absorbed.length === 1 && only !== undefined) return only;
  return factored(kind, absorbed);
}

/** The parts of a list of this kind; null for all else. */
function partsOf(part: PackedNeeds, kind: Kind): PackedNeeds[] | null {
  if (!Array.isArray(part) || part[0] !== codes[kind]) return null;
  return part.slice(1) as PackedNeeds[];
}

const other = (kind: Kind): Kind => (kind === 'all' ? 'any' : 'all');

/** Without parts that another one makes needless: `a` or (`a` and `b`) is `a`, `a` and (`a` or `b`) too. */
function absorb(kind: Kind, parts: readonly PackedNeeds[]): PackedNeeds[] {
  const sets = parts.map((part) => new Set((partsOf(part, other(kind)) ?? [part]).map(keyOf)));
  return parts.filter((_, at) => {
    const mine = sets[at]!;
    return !sets.some(
      (theirs, index) =>
        index !== at &&
        (theirs.size < mine.size || (theirs.size === mine.size && index < at)) &&
        [...theirs].every((key) => mine.has(key)),
    );
  });
}

/** `a` and `b`, or `a` and `c`: `a`, and `b` or `c`. The commonest part first, as long as one is shared. */
function factored(kind: Kind, parts: readonly PackedNeeds[]): PackedNeeds {
  const inner = other(kind);
  const counts = new Map<string, number>();
  for (const part of parts)
    for (const one of partsOf(part, inner) ?? []) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  const [shared, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  if (count < 2) return [codes[kind], ...parts];
  const holds = (part: PackedNeeds): boolean => (partsOf(part, inner) ?? []).some((one) => keyOf(one) === shared);
  const rests = parts.filter(holds).map((part): PackedNeeds => {
    const rest = (partsOf(part, inner) ?? []).filter((one) => keyOf(one) !== shared);
    return rest.length === 1 ? rest[0]! : [codes[inner], ...rest];
  });
  const group: PackedNeeds = [codes[inner], JSON.parse(shared) as PackedNeeds, packList(kind, rests)];
  return packList(kind, [...parts.filter((part) => !holds(part)), group]);
}

const keyOf = (part: PackedNeeds): string => JSON.stringify(part);
