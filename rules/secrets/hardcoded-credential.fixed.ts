function requireEnv(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

export const apiKey = requireEnv('SHOP_API_KEY');
export const config = { clientId: 'shop', clientSecret: requireEnv('SHOP_CLIENT_SECRET') };
