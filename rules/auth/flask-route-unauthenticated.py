from functools import wraps

from flask import Blueprint, Flask, abort, g, jsonify, redirect, request, session, url_for
from flask.views import MethodView
from flask_login import current_user, login_required, login_user

from .models import Comment, Item, Order, Report, User, db

app = Flask(__name__)


# ok: auth/flask-route-unauthenticated
@app.route("/login", methods=["POST"])
def login():
    user = User.query.filter_by(email=request.form["email"]).first()
    if user is None or not user.check_password(request.form["password"]):
        abort(401)
    login_user(user)
    return redirect(url_for("index"))


# ok: auth/flask-route-unauthenticated
@app.post("/register")
def register():
    db.session.add(User(email=request.form["email"]))
    db.session.commit()
    return "", 201


# ok: auth/flask-route-unauthenticated
@app.route("/items")
def items():
    return jsonify([item.name for item in Item.query.all()])


# ruleid: auth/flask-route-unauthenticated
@app.route("/items/<int:item_id>", methods=["DELETE"])
def delete_item(item_id):
    item = Item.query.get_or_404(item_id)
    db.session.delete(item)
    db.session.commit()
    return "", 204


# ok: auth/flask-route-unauthenticated
@app.route("/orders", methods=["POST"])
@login_required
def create_order():
    db.session.add(Order(user_id=current_user.id, item_id=request.json["item_id"]))
    db.session.commit()
    return "", 201


@login_required
# ruleid: auth/flask-route-unauthenticated
@app.route("/orders/<int:order_id>", methods=["PUT"])
def update_order(order_id):
    order = db.session.get(Order, order_id)
    order.note = request.json["note"]
    db.session.commit()
    return jsonify(order.id)


# ruleid: auth/flask-route-unauthenticated
@app.post("/items")
def create_item():
    item = Item(name=request.json["name"], price=request.json["price"])
    db.session.add(item)
    db.session.commit()
    return jsonify(id=item.id), 201


# ok: auth/flask-route-unauthenticated
@app.route("/profile", methods=["POST"])
def update_profile():
    if "user_id" not in session:
        return redirect(url_for("login"))
    user = db.session.get(User, session["user_id"])
    user.name = request.form["name"]
    db.session.commit()
    return redirect(url_for("profile"))


def admin_only(view):
    @wraps(view)
    def wrapped(*args, **kwargs):
        if g.user is None or not g.user.is_admin:
            abort(403)
        return view(*args, **kwargs)

    return wrapped


# ok: auth/flask-route-unauthenticated
@app.delete("/users/<int:user_id>")
@admin_only
def delete_user(user_id):
    db.session.delete(db.session.get(User, user_id))
    db.session.commit()
    return "", 204


# ok: auth/flask-route-unauthenticated
@app.post("/webhooks/stripe")
def stripe_webhook():
    event = stripe.Webhook.construct_event(request.data, request.headers["Stripe-Signature"], endpoint_secret)
    db.session.add(Report(kind=event["type"]))
    db.session.commit()
    return "", 200


admin = Blueprint("admin", __name__, url_prefix="/admin")


@admin.before_request
def require_admin():
    if not current_user.is_authenticated or not current_user.is_admin:
        abort(403)


# ok: auth/flask-route-unauthenticated
@admin.post("/items/<int:item_id>/hide")
def hide_item(item_id):
    Item.query.get_or_404(item_id).hidden = True
    db.session.commit()
    return "", 204


comments_bp = Blueprint("comments", __name__)


# ok: auth/flask-route-unauthenticated
@comments_bp.post("/comments")
@login_required
def add_comment():
    db.session.add(Comment(text=request.json["text"], author_id=current_user.id))
    db.session.commit()
    return "", 201


# ruleid: auth/flask-route-unauthenticated
@comments_bp.delete("/comments/<int:comment_id>")
def delete_comment(comment_id):
    Comment.query.filter_by(id=comment_id).delete()
    db.session.commit()
    return "", 204


class ReportView(MethodView):
    decorators = [login_required]

    # ok: auth/flask-route-unauthenticated
    def post(self):
        db.session.add(Report(owner_id=current_user.id))
        db.session.commit()
        return "", 201


class ItemView(MethodView):
    # ok: auth/flask-route-unauthenticated
    def get(self, item_id):
        return jsonify(db.session.get(Item, item_id).name)

    # ruleid: auth/flask-route-unauthenticated
    def delete(self, item_id):
        db.session.delete(db.session.get(Item, item_id))
        db.session.commit()
        return "", 204


app.add_url_rule("/reports", view_func=ReportView.as_view("reports"))
app.add_url_rule("/catalog/<int:item_id>", view_func=ItemView.as_view("item"))
app.register_blueprint(admin)
