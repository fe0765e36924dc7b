from flask import Flask, jsonify, request
from flask_login import current_user, login_required

from .models import Item, Order, db

app = Flask(__name__)


@app.post("/orders")
@login_required
def create_order():
    order = Order(user_id=current_user.id, item_id=int(request.json["item_id"]))
    db.session.add(order)
    db.session.commit()
    return jsonify(id=order.id), 201


@app.delete("/items/<int:item_id>")
@login_required
def delete_item(item_id):
    item = Item.query.filter_by(id=item_id, owner_id=current_user.id).first_or_404()
    db.session.delete(item)
    db.session.commit()
    return "", 204
