import { useSearchParams } from 'next/navigation';

interface User {
  name: string;
  website: string;
}

export function Profile({ user }: { user: User }) {
  const safe = /^https?:\/\//i.test(user.website) ? user.website : '#';
  return <a href={safe}>{user.name}</a>;
}

export function Contact({ user }: { user: User }) {
  const url = user.website;
  if (!['http:', 'https:', 'mailto:'].includes(new URL(url).protocol)) return <span>{user.name}</span>;
  return <a href={url}>{user.name}</a>;
}

export function Back() {
  const to = useSearchParams().get('returnTo') ?? '/';
  if (!to.startsWith('/') || to.startsWith('//')) return null;
  return <a href={to}>Back</a>;
}
