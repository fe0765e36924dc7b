import os

API_KEY = os.environ["SHOP_API_KEY"]
DATABASE = {"host": "db.shop.example", "user": "shop", "password": os.environ["DB_PASSWORD"]}
