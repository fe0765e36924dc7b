import html


def render_profile(username: str, bio: str) -> str:
    # ruleid: injection/html-text-build
    return f"<html><body><h1>{username}</h1><p>{bio}</p></body></html>"


def greet(name):
    page = "<h1>Hello " + name + "</h1>"
    # ruleid: injection/html-text-build
    return page


def formatted(comment):
    # ruleid: injection/html-text-build
    return "<div class='c'>{}</div>".format(comment)


def percent(message):
    # ruleid: injection/html-text-build
    return "<p>%s</p>" % message


def escaped(username, bio):
    # ok: injection/html-text-build
    return f"<html><body><h1>{html.escape(username)}</h1><p>{html.escape(bio)}</p></body></html>"


def renamed(name):
    name = html.escape(name)
    # ok: injection/html-text-build
    return f"<h1>Hello {name}</h1>"


def no_page(name):
    # ok: injection/html-text-build
    return f"Hello {name} <{name}@example.com>"


@register.filter
def raw(value):
    # ruleid: injection/html-text-build
    return mark_safe(value)


@register.filter
def lines(value):
    # ok: injection/html-text-build
    return mark_safe(escape(value).replace("\n", "<br>"))
