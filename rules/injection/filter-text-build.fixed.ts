import ldap from 'ldapjs';
import xpath from 'xpath';

const byName = xpath.parse('//user[name=$name]');

export function findUser(doc: Document, name: string) {
  return byName.select({ node: doc, variables: { name } });
}

export function lookup(client: ldap.Client, uid: string, done: ldap.SearchCallBack) {
  const filter = new ldap.EqualityFilter({ attribute: 'uid', value: uid });
  client.search('ou=people,dc=example,dc=com', { filter, scope: 'sub' }, done);
}
