using MongoDB.Bson;

class Users
{
    object Find(IMongoCollection<User> users, string name)
    {
        // ruleid: injection/nosql-script-build
        return users.Find(BsonDocument.Parse("{ name: '" + name + "' }"));
    }

    object Where(IMongoCollection<User> users, string name)
    {
        // ruleid: injection/nosql-script-build
        return users.Find(BsonDocument.Parse($"{{ $where: \"this.name == '{name}'\" }}"));
    }

    object Document(IMongoCollection<User> users, string name)
    {
        // ruleid: injection/nosql-script-build
        return users.Find(new BsonDocument("$where", "this.name == '" + name + "'"));
    }

    object Fields(IMongoCollection<User> users, string name)
    {
        // ok: injection/nosql-script-build
        return users.Find(user => user.Name == name);
    }

    object Equal(IMongoCollection<User> users, string name)
    {
        // ok: injection/nosql-script-build
        return users.Find(Builders<User>.Filter.Eq("name", name));
    }

    object Constant(IMongoCollection<User> users)
    {
        // ok: injection/nosql-script-build
        return users.Find(BsonDocument.Parse("{ active: true }"));
    }
}
