/** Where a fixed example would stand in a project: rules look at some files only by their place. */

/** By the example's name; the first that fits counts. */
const places: readonly [RegExp, (file: string) => string][] = [
  [/^ci\//, (file) => `.github/workflows/${file}`],
  [/^baas\/.*\.sql$/, (file) => `supabase/migrations/20260101000000_${file.replaceAll('-', '_')}`],
  [/^baas\/edge-function/, (file) => `supabase/functions/${file.replace(/\.\w+$/, '')}/index.ts`],
  [/^baas\/firebase.*\.json$/, () => 'database.rules.json'],
  [/^baas\/firebase.*\.rules$/, () => 'firestore.rules'],
  [/^secrets\/bundler-inlined-secret/, (file) => (file.endsWith('.json') ? 'app.json' : 'next.config.js')],
  [/\.dockerfile$/, () => 'Dockerfile'],
  [/\.npmrc$/, () => '.npmrc'],
];

/** `name`: `<pack>/<id>.fixed.<ext>`. */
export function placeOf(name: string): string {
  const file = name.slice(name.lastIndexOf('/') + 1).replace('.fixed.', '.');
  const place = places.find(([fits]) => fits.test(name))?.[1];
  return place ? place(file) : `src/${file}`;
}
