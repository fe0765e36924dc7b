import json

from flask import request


@app.post("/users")
def create_user():
    # ruleid: api/mass-assignment
    user = User(**request.json)
    db.session.add(user)
    return jsonify(user), 201


@app.put("/users/<int:user_id>")
def update_user(user_id):
    user = db.session.get(User, user_id)
    data = request.get_json()
    for key, value in data.items():
        # ruleid: api/mass-assignment
        setattr(user, key, value)
    db.session.commit()
    return jsonify(user)


def create_order(request):
    # ruleid: api/mass-assignment
    order = Order.objects.create(**json.loads(request.body))
    return JsonResponse({"id": order.id})


class ProfileView(APIView):
    def put(self, request, pk):
        # ruleid: api/mass-assignment
        Profile.objects.filter(pk=pk).update(**request.data)
        return Response(status=204)

    def post(self, request):
        # ruleid: api/mass-assignment
        profile = Profile(**request.data)
        profile.save()
        return Response(status=201)


async def create_item(request):
    data = await request.json()
    # ruleid: api/mass-assignment
    item = models.Item(**data)
    return item


@app.post("/ok1")
def ok1():
    data = request.get_json()
    # ok: api/mass-assignment
    user = User(name=data["name"], email=data["email"])
    return jsonify(user)


@app.post("/ok2")
def ok2():
    # ok: api/mass-assignment
    user = User(**UserSchema().load(request.json))
    return jsonify(user)


ALLOWED = {"name", "email"}


@app.put("/ok3")
def ok3():
    for key, value in request.json.items():
        if key in ALLOWED:
            # ok: api/mass-assignment
            setattr(current_user, key, value)
    return "", 204


class Ok4(APIView):
    def post(self, request):
        serializer = ProfileSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        # ok: api/mass-assignment
        profile = Profile.objects.create(**serializer.validated_data)
        return Response(profile.id)


@app.post("/ok5")
def ok5():
    # ok: api/mass-assignment
    payload = UserCreate(**request.json)
    # ok: api/mass-assignment
    return jsonify(User(name=payload.name))


def ok6(rows):
    # ok: api/mass-assignment
    return [User(**row) for row in rows]


class AccountView(FormView):
    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs()
        # ok: api/mass-assignment
        kwargs.update({"data": self.request.POST, "files": self.request.FILES})
        return kwargs
