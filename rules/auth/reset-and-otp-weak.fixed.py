import hashlib
import secrets
from datetime import datetime, timedelta, timezone

from flask import Blueprint, jsonify, request

from .limits import limiter
from .mail import send_reset
from .models import PasswordReset, User, db

bp = Blueprint("reset", __name__)


@bp.post("/forgot-password")
@limiter.limit("5 per minute")
def forgot_password():
    user = User.query.filter_by(email=request.json["email"]).first()
    if user is not None:
        token = secrets.token_urlsafe(32)
        digest = hashlib.sha256(token.encode()).hexdigest()
        expires = datetime.now(timezone.utc) + timedelta(minutes=15)
        db.session.add(PasswordReset(user_id=user.id, token_hash=digest, expires_at=expires))
        db.session.commit()
        send_reset(user.email, token)
    return jsonify(message="If the address is known, a letter is on its way.")
