# ruleid: secrets/auth-header-literal
curl -H "Authorization: Bearer q7Lw92xKfT4mZr8vT1pWn5cQ" https://api.acme.io/v1/items
# ruleid: secrets/auth-header-literal
curl -H 'X-API-Key: 9f2c7b1e8d4a6035c1e7f9b2' https://api.acme.io/v1/items
# ruleid: secrets/auth-header-literal
curl -u deploy:m4Xq9sVb2Ld7 https://api.acme.io/v1/items
# ok: secrets/auth-header-literal
curl -H "Authorization: Bearer $TOKEN" https://api.acme.io/v1/items
# ok: secrets/auth-header-literal
curl -H "Authorization: Bearer <token>" https://api.acme.io/v1/items
# ok: secrets/auth-header-literal
curl -H "Authorization: Bearer YOUR_API_TOKEN_2024_HERE" https://api.acme.io/v1/items
# ok: secrets/auth-header-literal
curl -u "$USER:$PASS" https://api.acme.io/v1/items
# ok: secrets/auth-header-literal
curl -u elastic:changeme https://api.acme.io/v1/items
# ok: secrets/auth-header-literal
curl -H "X-Request-Id: 9f2c7b1e8d4a6035c1e7f9b2" https://api.acme.io/v1/items

# ruleid: secrets/auth-header-literal
mysqldump -u app -pm4Xq9sVb2Ld7 shop > shop.sql
# ok: secrets/auth-header-literal
mysql -u root -p"$MYSQL_PASSWORD" shop
# ok: secrets/auth-header-literal
mysql -P 3306 -u root -p shop
