from flask import Flask, abort, jsonify
from flask_login import current_user, login_required

from .models import Post, Report, db

app = Flask(__name__)


@app.delete("/posts/<int:post_id>")
@login_required
def delete_post(post_id):
    if current_user.role != "admin":
        abort(403)
    Post.query.filter_by(id=post_id).delete()
    db.session.commit()
    return "", 204


@app.get("/reports")
@login_required
def reports():
    if not current_user.is_admin:
        abort(403)
    return jsonify([report.title for report in Report.query.limit(50)])
