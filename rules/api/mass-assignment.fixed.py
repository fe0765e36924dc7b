from flask import Flask, jsonify, request
from flask_login import current_user, login_required

from .models import Profile, db
from .schemas import ProfileSchema

app = Flask(__name__)
ALLOWED = ("name", "city")


@app.post("/profiles")
@login_required
def create_profile():
    data = request.get_json()
    profile = Profile(name=data["name"], city=data["city"], owner_id=current_user.id)
    db.session.add(profile)
    db.session.commit()
    return jsonify(id=profile.id), 201


@app.patch("/profile")
@login_required
def update_profile():
    data = ProfileSchema().load(request.get_json())
    for key in ALLOWED:
        if key in data:
            setattr(current_user.profile, key, data[key])
    db.session.commit()
    return "", 204
