class Users {
  Object find(MongoCollection<Document> users, String name) {
    // ruleid: injection/nosql-script-build
    return users.find(BasicDBObject.parse("{ name: '" + name + "' }"));
  }
  Object where(MongoCollection<Document> users, String name) {
    // ruleid: injection/nosql-script-build
    return users.find(Filters.where("this.name == '" + name + "'"));
  }
  Object fields(MongoCollection<Document> users, String name) {
    // ok: injection/nosql-script-build
    return users.find(Filters.eq("name", name));
  }
  Object constant(MongoCollection<Document> users) {
    // ok: injection/nosql-script-build
    return users.find(BasicDBObject.parse("{ active: true }"));
  }
}
class Queries {
  Object query(MongoTemplate template, String name) {
    // ruleid: injection/nosql-script-build
    return template.find(new BasicQuery("{ name: '" + name + "' }"), User.class);
  }
  Object criteria(MongoTemplate template, String name) {
    // ok: injection/nosql-script-build
    return template.find(Query.query(Criteria.where("name").is(name)), User.class);
  }
}
