// ruleid: web/public-source-maps
export const next = { productionBrowserSourceMaps: true };

// ruleid: web/public-source-maps
export const vite = { build: { sourcemap: true, outDir: 'dist' } };

// ruleid: web/public-source-maps
export const webpack = { mode: 'production', devtool: 'source-map' };

// ok: web/public-source-maps
export const nextOff = { productionBrowserSourceMaps: false };

// ok: web/public-source-maps
export const viteHidden = { build: { sourcemap: 'hidden' } };

// ok: web/public-source-maps
export const dev = { mode: 'development', devtool: 'source-map' };
