/** The frameworks whose routes are known; a descriptor is loaded when a rule asks for it. Sorted by name. */
import type { FrameworkName } from '../../model/rule.ts';
import type { Framework } from '../route.ts';

// biome-ignore format: a line for each
export const frameworks: Readonly<Record<FrameworkName, () => Promise<Framework>>> = {
  express: async () => (await import('./express.ts')).express,
  fastapi: async () => (await import('./fastapi.ts')).fastapi,
};
