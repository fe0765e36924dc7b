export async function items(): Promise<unknown> {
  const token = process.env.ACME_TOKEN;
  if (!token) throw new Error('ACME_TOKEN is not set');
  const response = await fetch('https://api.acme.io/v1/items', { headers: { Authorization: `Bearer ${token}` } });
  return response.json();
}
