from flask import redirect, request, url_for


@app.route("/done")
def done():
    # ruleid: injection/open-redirect
    return redirect(request.args.get("next"))


@app.route("/login", methods=["POST"])
def login():
    target = request.args.get("next") or "/"
    # ruleid: injection/open-redirect
    return redirect(target)


def leave(request):
    # ruleid: injection/open-redirect
    return HttpResponseRedirect(request.GET["url"])


@app.get("/go")
async def go(url: str):
    # ruleid: injection/open-redirect
    return RedirectResponse(url)


def ok1(request):
    target = request.GET.get("next", "/")
    if not url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}):
        target = "/"
    # ok: injection/open-redirect
    return redirect(target)


@app.route("/ok2")
def ok2():
    # ok: injection/open-redirect
    return redirect(url_for("index", q=request.args.get("q")))


@app.route("/ok3/<name>")
def ok3(name):
    # ok: injection/open-redirect
    return redirect(f"/users/{name}")


@app.route("/ok4")
def ok4():
    target = request.args["next"]
    if target not in ALLOWED:
        abort(400)
    # ok: injection/open-redirect
    return redirect(target)


@app.route("/ok5")
def ok5():
    target = request.args["next"]
    if urlparse(target).netloc != "":
        target = "/"
    # ok: injection/open-redirect
    return redirect(target)


class FilesView(BaseView):
    @expose("/delete/", methods=["POST"])
    def delete(self):
        path = request.form["path"]
        # ok: injection/open-redirect
        return redirect(self.get_url(".index_view", path=path))


class LoginView(AuthView):
    def login(self):
        next_url = get_safe_redirect(request.args.get("next", ""))
        # ok: injection/open-redirect
        return redirect(next_url)

    def page(self):
        url = reverse("page", args=[self.kwargs["pk"]])
        # ok: injection/open-redirect
        return redirect(f"{url}?{request.GET.urlencode()}")

    def again(self):
        # ok: injection/open-redirect
        return redirect(add_query_params(reverse("login"), {"next": request.GET["next"]}))

    def leave(self):
        # ruleid: injection/open-redirect
        return redirect(f"{request.GET['next']}?from=login")


def safe_target(url):
    return url or "/"


@app.route("/named")
def named():
    # ruleid: injection/open-redirect
    return redirect(safe_target(request.args.get("next")))


class Changes(ModelAdmin):
    def preserved(self, request):
        return urlencode({"_changelist_filters": request.GET.get("_changelist_filters")})

    def response(self, request, obj):
        # ok: injection/open-redirect
        return HttpResponseRedirect(request.path + self.preserved(request))


@app.get("/leave")
def leave():
    # ruleid: injection/open-redirect
    return "", 302, {"Location": request.args["to"]}


@app.get("/kept")
def kept():
    # ok: injection/open-redirect
    return "", 302, {"Location": "/home", "X-From": request.args["from"]}
