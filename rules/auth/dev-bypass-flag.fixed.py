import hmac

from fastapi import HTTPException
from rest_framework.permissions import BasePermission

from .tokens import decode


class IsOwner(BasePermission):
    def has_object_permission(self, request, view, obj):
        return obj.owner == request.user


def get_current_user(request):
    token = request.headers.get("Authorization", "").removeprefix("Bearer ")
    user = decode(token)
    if user is None:
        raise HTTPException(status_code=401)
    return user


def verify_code(user, otp_code):
    return hmac.compare_digest(otp_code, user.pending_code)
