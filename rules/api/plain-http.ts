export async function load(token: string) {
  // ruleid: api/plain-http
  const r = await fetch('http://api.example.org/v1/me', { headers: { authorization: token } });
  // ok: api/plain-http
  await fetch('https://api.example.org/v1/me');
  // ok: api/plain-http
  await fetch('http://localhost:3000/v1/me');
  // ok: api/plain-http
  await fetch(`http://${host}/v1/me`);
  return r.json();
}

// ruleid: api/plain-http
const client = axios.create({ baseURL: 'http://backend.example.org' });
