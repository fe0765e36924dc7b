def find(client, name):
    # ruleid: injection/nosql-script-build
    return list(client.shop.products.find({"$where": f"this.name == '{name}'"}))


def plus(client, name):
    # ruleid: injection/nosql-script-build
    return client.shop.products.find({"$where": "this.name == '" + name + "'"})


def percent(client, name):
    # ruleid: injection/nosql-script-build
    return client.shop.products.find({"$where": "this.name == '%s'" % name})


def fields(client, name):
    # ok: injection/nosql-script-build
    return client.shop.products.find({"name": str(name)})


def constant(client):
    # ok: injection/nosql-script-build
    return client.shop.products.find({"$where": "this.a > this.b"})


def equal(client, name):
    # ok: injection/nosql-script-build
    return client.shop.products.find({"name": {"$eq": str(name)}})
