'use client';

export async function ask(question: string) {
  const response = await fetch('/api/ask', { method: 'POST', body: JSON.stringify({ question }) });
  return response.json();
}
