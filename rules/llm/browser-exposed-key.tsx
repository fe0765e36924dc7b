'use client';
import Anthropic from '@anthropic-ai/sdk';
import { GoogleGenerativeAI } from '@google/generative-ai';
import OpenAI from 'openai';

// ruleid: llm/browser-exposed-key
const openai = new OpenAI({ apiKey: import.meta.env.VITE_OPENAI_API_KEY, dangerouslyAllowBrowser: true });

// ruleid: llm/browser-exposed-key
const gemini = new GoogleGenerativeAI(process.env.NEXT_PUBLIC_GEMINI_API_KEY!);

export async function ask(question: string) {
  // ruleid: llm/browser-exposed-key
  const response = await fetch('https://api.openai.com/v1/chat/completions', {
    method: 'POST',
    headers: { Authorization: `Bearer ${import.meta.env.VITE_OPENAI_KEY}` },
    body: JSON.stringify({ model: 'gpt-4o', messages: [{ role: 'user', content: question }] }),
  });
  return response.json();
}

export async function askOwn(question: string) {
  // ok: llm/browser-exposed-key
  const response = await fetch('/api/chat', { method: 'POST', body: JSON.stringify({ question }) });
  return response.json();
}

export function ownKey(apiKey: string) {
  // ok: llm/browser-exposed-key
  return new OpenAI({ apiKey, dangerouslyAllowBrowser: true });
}

export function onServer() {
  // ok: llm/browser-exposed-key
  return new Anthropic({ apiKey: process.env.ANTHROPIC_API_KEY });
}
