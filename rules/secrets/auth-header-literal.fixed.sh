#!/usr/bin/env bash
set -euo pipefail

curl -fsS -H "Authorization: Bearer $ACME_TOKEN" https://api.acme.io/v1/items -o items.json
curl -fsS -H "X-API-Key: $ACME_API_KEY" https://api.acme.io/v1/stock -o stock.json
curl -fsS -u "$ACME_USER:$ACME_PASSWORD" https://api.acme.io/v1/prices -o prices.json
