from argon2 import PasswordHasher

hasher = PasswordHasher()


def store(user, password):
    user.password_hash = hasher.hash(password)
