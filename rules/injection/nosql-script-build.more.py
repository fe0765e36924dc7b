def other(client, name):
    # ok: injection/nosql-script-build
    return client.shop.products.find({"name": {"$eq": name}})
