import { a } from '@aws-amplify/backend';
import { ID, Permission, Role } from 'appwrite';
import { databases } from './appwrite';

export const rules = {
  listRule: 'user = @request.auth.id',
  createRule: '@request.auth.id != "" && user = @request.auth.id',
  updateRule: 'user = @request.auth.id',
  deleteRule: null,
};

export function save(userId: string, text: string) {
  const permissions = [Permission.read(Role.user(userId)), Permission.update(Role.user(userId))];
  return databases.createDocument('main', 'notes', ID.unique(), { text }, permissions);
}

export const schema = a.schema({ Todo: a.model({ content: a.string() }).authorization((allow) => [allow.owner()]) });
