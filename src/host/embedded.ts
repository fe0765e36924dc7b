/** What a compiled binary carries inside; the build puts a generated module in this one's place (`#embedded`). */
import type { ParserAssets } from '../parse/backends.ts';

/** Null outside a compiled binary. */
export const embedded: ParserAssets | null = null;
