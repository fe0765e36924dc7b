package com.example.users;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import org.bson.Document;

class Users {
  FindIterable<Document> find(MongoCollection<Document> users, String name) {
    return users.find(Filters.eq("name", name)).limit(50);
  }
}
