export function joined(users: Collection, name: string) {
  // ruleid: injection/nosql-script-build
  return users.findOne({ $where: 'this.name == "' + name + '"' });
}

export function eq(users: Collection, name: string) {
  // ok: injection/nosql-script-build
  return users.find({ name: { $eq: name } });
}
