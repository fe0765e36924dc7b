export function find(users: Collection, name: string) {
  // ruleid: injection/nosql-script-build
  return users.find({ $where: `this.name == '${name}'` });
}

export function plus(users: Collection, name: string) {
  // ruleid: injection/nosql-script-build
  return users.find({ $where: "this.name == '" + name + "'" });
}

export function fields(users: Collection, name: string) {
  // ok: injection/nosql-script-build
  return users.find({ name: String(name) });
}

export function constant(users: Collection) {
  // ok: injection/nosql-script-build
  return users.find({ $where: 'this.a > this.b' });
}

export function counted(users: Collection, tag: string) {
  // ruleid: injection/nosql-script-build
  return users.countDocuments({ active: true, $where: `this.tags.indexOf('${tag}') >= 0` });
}

export function equal(users: Collection, name: string) {
  // ok: injection/nosql-script-build
  return users.find({ name: { $eq: String(name) } });
}
