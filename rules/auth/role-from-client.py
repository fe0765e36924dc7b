from flask import abort, jsonify, request
from flask_login import current_user, login_required


@app.delete("/users/<int:user_id>")
def delete_user(user_id):
    # ruleid: auth/role-from-client
    if request.json.get("role") != "admin":
        abort(403)
    db.session.delete(db.session.get(User, user_id))
    return "", 204


@app.get("/reports")
def reports():
    # ruleid: auth/role-from-client
    if request.headers.get("X-User-Role") == "admin":
        return jsonify(all_reports())
    # ruleid: auth/role-from-client
    user_id = request.headers.get("X-User-Id")
    return jsonify(reports_of(user_id))


@app.get("/settings")
def settings():
    # ruleid: auth/role-from-client
    if request.args.get("admin") == "1":
        return jsonify(all_settings())
    # ruleid: auth/role-from-client
    if request.cookies.get("is_admin"):
        return jsonify(all_settings())
    return jsonify({})


@app.post("/register")
def register():
    # ruleid: auth/role-from-client
    user = User(email=request.json["email"], role=request.json["role"])
    db.session.add(user)
    return "", 201


@app.put("/users/<int:user_id>/role")
@login_required
def set_role(user_id):
    # ok: auth/role-from-client
    if not current_user.is_admin:
        abort(403)
    # ok: auth/role-from-client
    if request.json["role"] not in ROLES:
        abort(400)
    # ok: auth/role-from-client
    if request.json.get("role") == "owner":
        abort(400)
    # ok: auth/role-from-client
    db.session.get(User, user_id).role = request.json["role"]
    # ok: auth/role-from-client
    trace = request.headers.get("X-Request-Id")
    # ok: auth/role-from-client
    if request.args.get("page") == "1":
        log(trace)
    # ok: auth/role-from-client
    if current_user.role == "admin":
        return jsonify(user_id)
    return "", 204
