from django.contrib.auth.decorators import login_required as signed_in
from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from fastapi import APIRouter, Depends, HTTPException
from flask import Blueprint, jsonify
from flask_login import current_user, login_required

from .deps import get_current_user, get_db
from .models import Document, Invoice, Order

bp = Blueprint("orders", __name__)
router = APIRouter()


@bp.get("/orders/<int:order_id>")
@login_required
def show_order(order_id):
    order = Order.query.filter_by(id=order_id, user_id=current_user.id).first_or_404()
    return jsonify(id=order.id, total=order.total)


@router.delete("/documents/{document_id}")
def delete_document(document_id: int, session=Depends(get_db), user=Depends(get_current_user)):
    document = session.query(Document).filter(Document.id == document_id, Document.owner_id == user.id).first()
    if document is None:
        raise HTTPException(status_code=404)
    session.delete(document)
    session.commit()


@signed_in
def invoice_total(request, pk):
    invoice = get_object_or_404(Invoice, pk=pk, owner=request.user)
    return JsonResponse({"total": invoice.total})
