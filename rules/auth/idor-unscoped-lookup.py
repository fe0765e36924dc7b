from django.contrib.auth.decorators import login_required as signed_in
from django.shortcuts import get_object_or_404, render
from fastapi import APIRouter, Depends, HTTPException
from flask import Blueprint, abort, jsonify, request
from flask_login import current_user, login_required

from .deps import get_current_user, get_db
from .models import Document, Invoice, Note, Order, Product, db

bp = Blueprint("orders", __name__)
router = APIRouter()


@bp.get("/orders/<int:order_id>")
@login_required
def show_order(order_id):
    # ruleid: auth/idor-unscoped-lookup
    order = Order.query.get_or_404(order_id)
    return jsonify(order.to_dict())


@bp.get("/orders/<int:order_id>/lines")
@login_required
def order_lines(order_id):
    # ok: auth/idor-unscoped-lookup
    order = Order.query.filter_by(id=order_id, user_id=current_user.id).first_or_404()
    return jsonify(order.lines)


@bp.delete("/notes/<int:note_id>")
@login_required
def delete_note(note_id):
    # ok: auth/idor-unscoped-lookup
    note = db.session.get(Note, note_id)
    if note is None or note.author_id != current_user.id:
        abort(404)
    db.session.delete(note)
    db.session.commit()
    return "", 204


@bp.put("/notes/<int:note_id>")
@login_required
def update_note(note_id):
    # ruleid: auth/idor-unscoped-lookup
    note = db.session.get(Note, note_id)
    note.text = request.json["text"]
    db.session.commit()
    return jsonify(note.to_dict())


@bp.get("/invoices/<int:invoice_id>")
@login_required
def show_invoice(invoice_id):
    # ruleid: auth/idor-unscoped-lookup
    cursor.execute("SELECT * FROM invoices WHERE id = %s", (invoice_id,))
    return jsonify(cursor.fetchone())


@bp.get("/products/<int:product_id>")
@login_required
def show_product(product_id):
    # ok: auth/idor-unscoped-lookup
    return jsonify(Product.query.get_or_404(product_id).to_dict())


@bp.get("/admin/orders/<int:order_id>")
@login_required
def admin_order(order_id):
    if not current_user.is_admin:
        abort(403)
    # ok: auth/idor-unscoped-lookup
    return jsonify(Order.query.get_or_404(order_id).to_dict())


@router.get("/documents/{document_id}")
def read_document(document_id: int, session=Depends(get_db), user=Depends(get_current_user)):
    # ruleid: auth/idor-unscoped-lookup
    document = session.query(Document).filter(Document.id == document_id).first()
    if document is None:
        raise HTTPException(status_code=404)
    document.views += 1
    session.commit()
    return document


@router.delete("/documents/{document_id}")
def delete_document(document_id: int, session=Depends(get_db), user=Depends(get_current_user)):
    # ok: auth/idor-unscoped-lookup
    document = session.query(Document).filter(Document.id == document_id, Document.owner_id == user.id).first()
    if document is None:
        raise HTTPException(status_code=404)
    session.delete(document)
    return {"deleted": document_id}


@router.put("/documents/{document_id}")
def rename_document(document_id: int, name: str, session=Depends(get_db), user=Depends(get_current_user)):
    # ok: auth/idor-unscoped-lookup
    document = session.get(Document, document_id)
    check_owner(document, user)
    document.name = name
    return document


@router.delete("/accounts/{account_id}")
def delete_account(account_id: int, session=Depends(get_db), admin=Depends(require_admin)):
    # ok: auth/idor-unscoped-lookup
    session.query(Document).filter(Document.id == account_id).delete()
    return {"ok": True}


@signed_in
def invoice(request, pk):
    # ok: auth/idor-unscoped-lookup
    return render(request, "invoice.html", {"invoice": get_object_or_404(Invoice, pk=pk, owner=request.user)})


@signed_in
def invoice_edit(request, pk):
    # ruleid: auth/idor-unscoped-lookup
    invoice = get_object_or_404(Invoice, pk=pk)
    invoice.note = request.POST["note"]
    invoice.save()
    return render(request, "invoice.html", {"invoice": invoice})
