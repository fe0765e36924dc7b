# ruleid: api/plain-http
HTTParty.get('http://api.example.org/v1/me')
# ok: api/plain-http
HTTParty.get('https://api.example.org/v1/me')
