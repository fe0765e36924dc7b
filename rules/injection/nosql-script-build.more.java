class MoreUsers {
  Object query(String name) {
    // ruleid: injection/nosql-script-build
    return new BasicQuery("{ name: '" + name + "' }");
  }
  Object criteria(String name) {
    // ok: injection/nosql-script-build
    return Query.query(Criteria.where("name").is(name));
  }
}
