import type { Collection } from 'mongodb';

export function find(users: Collection, name: string) {
  return users.find({ name: String(name) }).limit(50).toArray();
}
