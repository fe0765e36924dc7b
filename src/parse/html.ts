import type { Lowering } from './lower.ts';
export const html: Lowering = { table: {}, skip: new Set() };
