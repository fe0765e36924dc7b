#!/bin/bash
# ruleid: shell/db-destroy-local
psql -c "DROP TABLE users" app
# ruleid: shell/db-destroy-local
psql -h localhost app -c "TRUNCATE orders"
# ruleid: shell/db-destroy-local
sqlite3 app.db "DELETE FROM users;"
# ruleid: shell/db-destroy-local
redis-cli FLUSHALL
# ruleid: shell/db-destroy-local
dropdb app
# ruleid: shell/db-destroy-local
mongosh app --eval "db.users.drop()"
# ruleid: shell/db-destroy-local
mysql app -e "update users set admin = 1"

# ok: shell/db-destroy-local
psql app_test -c "DROP TABLE users"
# ok: shell/db-destroy-local
sqlite3 :memory: "drop table a"
# ok: shell/db-destroy-local
sqlite3 app.db .tables
# ok: shell/db-destroy-local
redis-cli get key
# ok: shell/db-destroy-local
psql -c "select 1"
# ok: shell/db-destroy-local
psql -h db.example.com -c "DROP TABLE users"
# ok: shell/db-destroy-local
sqlite3 app.db "DELETE FROM users WHERE id = 2"
