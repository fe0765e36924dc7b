import hmac
import os

import jwt
from fastapi import Depends, HTTPException

from .auth import get_current_user
from .items import find, run

API_KEY = os.environ["API_KEY"]
SECRET = os.environ["JWT_SECRET"]


def verify_token(token):
    try:
        jwt.decode(token, SECRET, algorithms=["HS256"])
    except jwt.InvalidTokenError:
        return False
    return True


async def delete_item(item_id: int, user=Depends(get_current_user)):
    item = await find(item_id)
    if item is None or item.owner_id != user.id:
        raise HTTPException(status_code=403)
    await item.delete()


def sync(request):
    if not hmac.compare_digest(request.headers.get("X-Api-Key", ""), API_KEY):
        raise HTTPException(status_code=401)
    if request.user.role == "admin" or request.user.role == "owner":
        run()
