# ruleid: tokens/samesite-none
SESSION_COOKIE_SAMESITE = 'None'

# ruleid: tokens/samesite-none
app.config['SESSION_COOKIE_SAMESITE'] = 'None'

# ruleid: tokens/samesite-none
response.set_cookie('sid', value, httponly=True, samesite='None')

# ok: tokens/samesite-none
SESSION_COOKIE_SAMESITE = 'Lax'

# ok: tokens/samesite-none
response.set_cookie('sid', value, samesite='None', secure=True)

# ok: tokens/samesite-none
app.config['SESSION_COOKIE_SAMESITE'] = 'Strict'
