/** The parsers of this installation. */
import { parserAssets } from '../host/assets.ts';
import type { Io } from '../host/io.ts';
import { loadParsers, type Parsers } from '../parse/backends.ts';

/** `FORESTALL_BACKEND=wasm` leaves native code alone. */
export const makeParsers = (io: Io): Parsers =>
  loadParsers(parserAssets(), io.env['FORESTALL_BACKEND'] === 'wasm' ? 'wasm' : 'native');
