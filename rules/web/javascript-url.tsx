import { useSearchParams } from 'next/navigation';
import { useRouter } from 'next/router';
import Link from 'next/link';

export function Profile({ user }: { user: User }) {
  // ruleid: web/javascript-url
  return <a href={user.website}>{user.name}</a>;
}

export function Back() {
  const params = useSearchParams();
  // ruleid: web/javascript-url
  return <a href={params.get('returnTo') ?? '/'}>Back</a>;
}

export function leave() {
  const params = new URLSearchParams(window.location.search);
  // ruleid: web/javascript-url
  window.location.href = params.get('next')!;
}

export function Embed() {
  const router = useRouter();
  const { query } = router;
  const src = router.query.src as string;
  // ruleid: web/javascript-url
  return <iframe src={src} title="embed" />;
}

export function openSite(profile: Profile) {
  // ruleid: web/javascript-url
  window.open(profile.homepage, '_blank');
}

export function ProfileChecked({ user }: { user: User }) {
  const safe = /^https?:\/\//i.test(user.website) ? user.website : '#';
  // ok: web/javascript-url
  return <a href={safe}>{user.name}</a>;
}

export function BackInside() {
  const params = useSearchParams();
  const to = params.get('returnTo') ?? '/';
  if (!to.startsWith('/') || to.startsWith('//')) return null;
  // ok: web/javascript-url
  return <a href={to}>Back</a>;
}

export function UserLink({ user }: { user: User }) {
  // ok: web/javascript-url
  return <Link href={`/users/${user.id}`}>{user.name}</Link>;
}

export function Mail({ user }: { user: User }) {
  // ok: web/javascript-url
  return <a href={`mailto:${user.email}`}>Mail</a>;
}

export function Search() {
  const params = useSearchParams();
  // ok: web/javascript-url
  return <a href={`/search?q=${encodeURIComponent(params.get('q') ?? '')}`}>Again</a>;
}

export function ProfileSanitized({ user }: { user: User }) {
  // ok: web/javascript-url
  return <a href={sanitizeUrl(user.website)}>{user.name}</a>;
}

export function Contact({ user }: { user: User }) {
  if (!['http:', 'https:'].includes(new URL(user.website).protocol)) return null;
  // ok: web/javascript-url
  return <a href={user.website}>{user.name}</a>;
}

export function ContactParsed({ user }: { user: User }) {
  const { website } = user;
  const parsed = new URL(website);
  if (parsed.protocol !== 'https:') return null;
  // ok: web/javascript-url
  return <a href={website}>{user.name}</a>;
}

export function ContactField({ user }: { user: User }) {
  const address = user.website;
  const parsed = new URL(address);
  if (parsed.protocol !== 'https:') return null;
  // ok: web/javascript-url
  return <a href={address}>{user.name}</a>;
}

export function ContactTaken({ user }: { user: User }) {
  const { website: page } = user;
  // ruleid: web/javascript-url
  return <a href={page}>{user.name}</a>;
}
