import os

from sqlalchemy import create_engine

# ruleid: secrets/connection-string-password
engine = create_engine("postgresql+psycopg2://billing:Winter-Rain-77@billing-db.acme-shop.net/billing")
# ruleid: secrets/connection-string-password
SQLALCHEMY_DATABASE_URI = os.getenv("DATABASE_URL", "mysql+pymysql://billing:plum9Harbor@10.0.3.7:3306/billing")
# ruleid: secrets/connection-string-password
CELERY_BROKER_URL = "amqp://worker:Tidal9Wave@mq.acme-shop.net:5672//"
# ruleid: secrets/connection-string-password
client = MongoClient('mongodb://ops:harbour42lantern@mongo-1.acme-shop.net:27017,mongo-2.acme-shop.net:27017/ops')
# ruleid: secrets/connection-string-password
connection = pyodbc.connect("DRIVER={ODBC Driver 18 for SQL Server};SERVER=sql.acme-shop.net;DATABASE=shop;UID=app;PWD=Winter-Rain-78")
# ruleid: secrets/connection-string-password
cache = redis.from_url("redis://default:plum9Harbor77@redis.acme-shop.net:6379/0")

# ok: secrets/connection-string-password
engine = create_engine(os.environ["DATABASE_URL"])
# ok: secrets/connection-string-password
engine = create_engine(f"postgresql://{user}:{password}@{host}/{name}")
# ok: secrets/connection-string-password
url = "postgresql://%s:%s@db.acme-shop.net/app" % (user, password)
# ok: secrets/connection-string-password
url = "postgresql://{}:{}@db.acme-shop.net/app".format(user, password)
# ok: secrets/connection-string-password
local = os.getenv("DATABASE_URL", "postgresql://postgres:postgres@db:5432/app")
# ok: secrets/connection-string-password
local = os.getenv("BROKER_URL", "amqp://guest:guest@rabbitmq:5672//")
# ok: secrets/connection-string-password
connection = pyodbc.connect(f"SERVER={server};DATABASE=shop;UID={user};PWD={password}")
