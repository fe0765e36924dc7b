/** Where the parsers lie: in `node_modules`, or inside the compiled binary, where the build gives `#parser-assets` another meaning. */
import { assets } from '#parser-assets';
import type { ParserAssets } from '../parse/backends.ts';

export const parserAssets = (): ParserAssets => assets;
