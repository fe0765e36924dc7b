import type { Lowering } from './lower.ts';
export const kotlin: Lowering = { table: {}, skip: new Set() };
