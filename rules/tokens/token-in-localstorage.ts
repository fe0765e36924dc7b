const TOKEN_KEY = 'access_token';

export async function login(credentials: object) {
  const response = await fetch('/api/login', { method: 'POST', body: JSON.stringify(credentials) });
  const data = await response.json();
  // ruleid: tokens/token-in-localstorage
  localStorage.setItem('token', data.token);
  // ruleid: tokens/token-in-localstorage
  localStorage.setItem(TOKEN_KEY, data.access);
  // ruleid: tokens/token-in-localstorage
  sessionStorage.setItem('jwt', data.jwt);
}

export function preferences(theme: string, csrf: string) {
  // ok: tokens/token-in-localstorage
  localStorage.setItem('theme', theme);
  // ok: tokens/token-in-localstorage
  localStorage.setItem('csrf_token', csrf);
  // ok: tokens/token-in-localstorage
  sessionStorage.setItem('pkce_verifier', csrf);
}
