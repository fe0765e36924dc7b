#!/bin/bash
# ruleid: shell/db-destroy
psql -h db.prod.example -c "DROP TABLE users"
# ruleid: shell/db-destroy
psql "$DATABASE_URL" -c "TRUNCATE orders"
# ruleid: shell/db-destroy
mysql -h 10.0.0.5 -e 'DELETE FROM orders;'
# ruleid: shell/db-destroy
psql postgres://app@db.example.com/app <<SQL
DROP SCHEMA public CASCADE;
SQL
# ruleid: shell/db-destroy
redis-cli -h cache.example.com FLUSHALL
# ruleid: shell/db-destroy
mongosh mongodb+srv://c0.example.net/app --eval "db.dropDatabase()"
# ruleid: shell/db-destroy
npx prisma migrate reset --force
# ruleid: shell/db-destroy
rails db:drop
# ruleid: shell/db-destroy
python manage.py flush --no-input
# ruleid: shell/db-destroy
php artisan migrate:fresh
# ruleid: shell/db-destroy
echo "drop table t" | psql "$PROD_URL"
# ruleid: shell/db-destroy
supabase db reset --linked

# ok: shell/db-destroy
psql -h db.example.com -c "SELECT * FROM users"
# ok: shell/db-destroy
psql "$DATABASE_URL" -c "DELETE FROM orders WHERE id = 4"
# ok: shell/db-destroy
psql "$DATABASE_URL" -c "BEGIN; DROP TABLE a; ROLLBACK"
# ok: shell/db-destroy
psql -d app_test "$URL" -c "DROP TABLE IF EXISTS tmp_a"
# ok: shell/db-destroy
npx prisma migrate dev
# ok: shell/db-destroy
RAILS_ENV=test rails db:reset
# ok: shell/db-destroy
supabase db reset
# ok: shell/db-destroy
git commit -m "fix: DROP TABLE users"
# ok: shell/db-destroy
grep -rn "DROP TABLE" migrations
# ok: shell/db-destroy
alembic upgrade head
# ok: shell/db-destroy
redis-cli -h cache.example.com get a
