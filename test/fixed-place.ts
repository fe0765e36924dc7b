/** Where a fixed example would stand in a project: rules look at some files only by their place. */

export function placeOf(name: string): string {
  const file = name.slice(name.lastIndexOf('/') + 1).replace('.fixed.', '.');
  return `src/${file}`;
}
