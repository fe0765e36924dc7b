from flask import jsonify


def more(u):
    # ok: data/sensitive-field-in-response
    return jsonify({"password_changed_at": u.password_changed_at})
