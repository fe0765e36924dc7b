def find(client, name):
    return list(client.shop.products.find({"name": str(name)}))
