import jwt

# ruleid: tokens/jwt-sensitive-payload
a = jwt.encode({'sub': user.id, 'password': user.password, 'exp': end}, key)

# ruleid: tokens/jwt-sensitive-payload
b = jwt.encode({'sub': user.id, 'ssn': user.ssn, 'exp': end}, key)

# ruleid: tokens/jwt-sensitive-payload
c = jwt.encode(model_to_dict(user), key)

# ok: tokens/jwt-sensitive-payload
d = jwt.encode({'sub': user.id, 'exp': end}, key)

# ok: tokens/jwt-sensitive-payload
e = jwt.encode({'sub': user.id, 'role': user.role, 'exp': end}, key)

# ok: tokens/jwt-sensitive-payload
f = jwt.encode(claims, key)
