import os

import jwt
from fastapi import HTTPException

API_KEY = os.environ.get("API_KEY")


def verify_token(token):
    # ruleid: auth/fail-open-check
    try:
        jwt.decode(token, SECRET, algorithms=["HS256"])
        return True
    except jwt.InvalidTokenError:
        log.warning("bad token")
        return True


def is_admin_user(user):
    # ok: auth/fail-open-check
    try:
        return roles_of(user).admin
    except KeyError:
        return False


def has_permission(user, name):
    # ruleid: auth/fail-open-check
    try:
        return name in permissions_of(user)
    except Exception:
        return True


def is_token_expired(token):
    # ok: auth/fail-open-check
    try:
        jwt.decode(token, SECRET, algorithms=["HS256"])
        return False
    except jwt.ExpiredSignatureError:
        return True


async def delete_item(item_id: int, user=Depends(get_current_user)):
    item = await find(item_id)
    # ruleid: auth/fail-open-check
    if item.owner_id != user.id:
        HTTPException(status_code=403)
    await item.delete()


async def update_item(item_id: int, user=Depends(get_current_user)):
    item = await find(item_id)
    # ok: auth/fail-open-check
    if item.owner_id != user.id:
        raise HTTPException(status_code=403)
    await item.save()


def sync(request):
    # ruleid: auth/fail-open-check
    if API_KEY and request.headers.get("X-Api-Key") != API_KEY:
        raise HTTPException(status_code=401)
    # ok: auth/fail-open-check
    if not API_KEY or request.headers.get("X-Api-Key") != API_KEY:
        raise HTTPException(status_code=401)
    # ruleid: auth/fail-open-check
    if request.user.role == "admin" or "owner":
        run()
    # ok: auth/fail-open-check
    if request.user.role == "admin" or request.user.role == "owner":
        run()
    # ok: auth/fail-open-check
    name = request.name or "sync"
    return name


def path_exists(path):
    # ok: auth/fail-open-check
    try:
        os.stat(path)
    except PermissionError:
        return True
