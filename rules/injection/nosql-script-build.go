package users

import (
	"fmt"

	"go.mongodb.org/mongo-driver/bson"
)

func find(name string) bson.M {
	// ruleid: injection/nosql-script-build
	return bson.M{"$where": "this.name == '" + name + "'"}
}

func formatted(name string) bson.M {
	// ruleid: injection/nosql-script-build
	return bson.M{"$where": fmt.Sprintf("this.name == '%s'", name)}
}

func counted(name string) bson.M {
	// ruleid: injection/nosql-script-build
	return bson.M{"active": true, "$where": "this.tags.indexOf('" + name + "') >= 0"}
}

func fields(name string) bson.M {
	// ok: injection/nosql-script-build
	return bson.M{"name": name}
}

func equal(name string) bson.M {
	// ok: injection/nosql-script-build
	return bson.M{"name": bson.M{"$eq": name}}
}

func constant() bson.M {
	// ok: injection/nosql-script-build
	return bson.M{"$where": "this.a > this.b"}
}
