/** Apple's property lists, as XML. */
import type { Json } from './target.ts';

/** Null has no form there, and is left out. */
export function plist(value: Json): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
    '<plist version="1.0">',
    ...lines(value, ''),
    '</plist>',
    '',
  ].join('\n');
}

function lines(value: Json, indent: string): string[] {
  const inner = `${indent}  `;
  if (value === null) return [];
  if (typeof value === 'boolean') return [`${indent}<${value}/>`];
  if (typeof value === 'number')
    return [`${indent}<${Number.isInteger(value) ? `integer>${value}</integer` : `real>${value}</real`}>`];
  if (typeof value === 'string') return [`${indent}<string>${escaped(value)}</string>`];
  if (Array.isArray(value)) return [`${indent}<array>`, ...value.flatMap((item) => lines(item, inner)), `${indent}</array>`];
  const entries = Object.entries(value).filter(([, item]) => item !== null);
  return [
    `${indent}<dict>`,
    ...entries.flatMap(([key, item]) => [`${inner}<key>${escaped(key)}</key>`, ...lines(item, inner)]),
    `${indent}</dict>`,
  ];
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
