import os

import redis
from sqlalchemy import create_engine

engine = create_engine(os.environ["DATABASE_URL"], pool_pre_ping=True)
cache = redis.from_url(os.environ["REDIS_URL"])
