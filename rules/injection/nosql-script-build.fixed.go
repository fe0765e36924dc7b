package users

import "go.mongodb.org/mongo-driver/bson"

func find(name string) bson.M {
	return bson.M{"name": name}
}
