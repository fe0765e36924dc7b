from django.contrib.auth.decorators import login_required
from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST
from rest_framework import status
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response
from rest_framework.views import APIView

from .models import Article, Invoice


class InvoiceDetail(APIView):
    permission_classes = [IsAuthenticated]

    def delete(self, request, pk):
        get_object_or_404(Invoice, pk=pk, owner=request.user).delete()
        return Response(status=status.HTTP_204_NO_CONTENT)


@login_required
@require_POST
def remove_article(request, pk):
    get_object_or_404(Article, pk=pk, author=request.user).delete()
    return JsonResponse({"deleted": pk})
