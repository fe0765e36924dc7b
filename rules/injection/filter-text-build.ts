import xpath from 'xpath';

export function findUser(doc: Document, name: string) {
  // ruleid: injection/filter-text-build
  return xpath.select(`//user[name='${name}']`, doc);
}

export function byId(doc: Document, id: string) {
  // ruleid: injection/filter-text-build
  return xpath.select("//user[@id='" + id + "']", doc);
}

export function lookup(client: Client, uid: string) {
  // ruleid: injection/filter-text-build
  client.search('ou=people', { filter: `(uid=${uid})`, scope: 'sub' }, done);
}

export function escaped(client: Client, uid: string) {
  // ok: injection/filter-text-build
  client.search('ou=people', { filter: `(uid=${escapeFilter(uid)})`, scope: 'sub' }, done);
}

export function numbered(doc: Document, id: string) {
  // ok: injection/filter-text-build
  return xpath.select(`//user[@id='${Number(id)}']`, doc);
}

export function selector(form, key: string) {
  // ok: injection/filter-text-build
  return form.find('[name="' + key + '"]');
}

export function fixed(doc: Document) {
  // ok: injection/filter-text-build
  return xpath.select("//user[name='root']", doc);
}
