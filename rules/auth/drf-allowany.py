from django.contrib.auth.decorators import login_required, permission_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.csrf import csrf_exempt
from rest_framework import generics, status, viewsets
from rest_framework.decorators import action, api_view, permission_classes
from rest_framework.permissions import AllowAny, IsAdminUser, IsAuthenticated, IsAuthenticatedOrReadOnly
from rest_framework.response import Response
from rest_framework.views import APIView

from .models import Article, Invoice, Profile
from .serializers import ArticleSerializer, InvoiceSerializer, UserSerializer


class InvoiceDetail(APIView):
    permission_classes = [AllowAny]

    # ok: auth/drf-allowany
    def get(self, request, pk):
        return Response(InvoiceSerializer(get_object_or_404(Invoice, pk=pk)).data)

    # ruleid: auth/drf-allowany
    def delete(self, request, pk):
        get_object_or_404(Invoice, pk=pk).delete()
        return Response(status=status.HTTP_204_NO_CONTENT)


class ArticleDetail(APIView):
    permission_classes = [IsAuthenticatedOrReadOnly]

    # ok: auth/drf-allowany
    def put(self, request, pk):
        serializer = ArticleSerializer(get_object_or_404(Article, pk=pk), data=request.data)
        serializer.is_valid(raise_exception=True)
        serializer.save()
        return Response(serializer.data)


class RegisterView(APIView):
    permission_classes = [AllowAny]

    # ok: auth/drf-allowany
    def post(self, request):
        serializer = UserSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        serializer.save()
        return Response(serializer.data, status=status.HTTP_201_CREATED)


# ruleid: auth/drf-allowany
@api_view(["POST"])
@permission_classes([])
def close_account(request, pk):
    Profile.objects.filter(pk=pk).delete()
    return Response(status=204)


# ok: auth/drf-allowany
@api_view(["POST"])
@permission_classes([IsAuthenticated])
def create_invoice(request):
    serializer = InvoiceSerializer(data=request.data)
    serializer.is_valid(raise_exception=True)
    serializer.save(owner=request.user)
    return Response(serializer.data)


class InvoiceViewSet(viewsets.ModelViewSet):
    queryset = Invoice.objects.all()
    serializer_class = InvoiceSerializer
    permission_classes = [IsAuthenticated]

    # ok: auth/drf-allowany
    def perform_create(self, serializer):
        serializer.save(owner=self.request.user)

    # ruleid: auth/drf-allowany
    @action(detail=True, methods=["post"], permission_classes=[AllowAny])
    def mark_paid(self, request, pk=None):
        invoice = self.get_object()
        invoice.paid = True
        invoice.save()
        return Response({"paid": True})

    # ok: auth/drf-allowany
    @action(detail=True, methods=["post"], permission_classes=[IsAdminUser])
    def void(self, request, pk=None):
        invoice = self.get_object()
        invoice.void = True
        invoice.save()
        return Response({"void": True})


class ArticleList(generics.ListAPIView):
    # ok: auth/drf-allowany
    permission_classes = [AllowAny]
    queryset = Article.objects.filter(public=True)
    serializer_class = ArticleSerializer


# ok: auth/drf-allowany
@login_required
def edit_profile(request):
    profile = request.user.profile
    profile.bio = request.POST["bio"]
    profile.save()
    return redirect("profile")


# ok: auth/drf-allowany
@permission_required("shop.delete_article")
def delete_article(request, pk):
    get_object_or_404(Article, pk=pk).delete()
    return redirect("articles")


# ruleid: auth/drf-allowany
@csrf_exempt
def remove_article(request, pk):
    article = get_object_or_404(Article, pk=pk)
    article.delete()
    return JsonResponse({"deleted": pk})


# ok: auth/drf-allowany
def article(request, slug):
    return render(request, "article.html", {"article": get_object_or_404(Article, slug=slug)})


# ok: auth/drf-allowany
def publish(request, pk):
    if not request.user.is_staff:
        return HttpResponse("Forbidden", status=403)
    article = get_object_or_404(Article, pk=pk)
    article.public = True
    article.save()
    return redirect("articles")


class ProfileEdit(LoginRequiredMixin, View):
    # ok: auth/drf-allowany
    def post(self, request):
        request.user.profile.save()
        return redirect("profile")


@method_decorator(csrf_exempt, name="dispatch")
class InvoiceImport(View):
    # ruleid: auth/drf-allowany
    def post(self, request):
        Invoice.objects.create(number=request.POST["number"], amount=request.POST["amount"])
        return JsonResponse({"ok": True})


class InvoiceUpload(APIView):
    authentication_classes = []
    permission_classes = [AllowAny]

    # ruleid: auth/drf-allowany
    def post(self, request):
        Invoice.objects.create(number=request.data["number"])
        return Response({"ok": True})


class FileStorage(StorageSettingsMixin, Storage):
    # ok: auth/drf-allowany
    def delete(self, name):
        Upload.objects.filter(name=name).delete()
