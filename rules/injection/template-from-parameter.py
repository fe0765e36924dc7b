import jinja2
from jinja2 import Environment, Template
from jinja2.sandbox import SandboxedEnvironment


def render_greeting(user_template: str, name: str) -> str:
    # ruleid: injection/template-from-parameter
    return Template(user_template).render(name=name)


def render_env(template_text, name):
    env = Environment(autoescape=True)
    # ruleid: injection/template-from-parameter
    return env.from_string(template_text).render(name=name)


def render_qualified(template, **values):
    # ruleid: injection/template-from-parameter
    return jinja2.Template(template).render(**values)


def sandboxed(user_template: str, name: str) -> str:
    # ok: injection/template-from-parameter
    return SandboxedEnvironment(autoescape=True).from_string(user_template).render(name=name)


def from_file(template_name, name):
    env = Environment(autoescape=True)
    # ok: injection/template-from-parameter
    return env.get_template(template_name).render(name=name)


def constant(name):
    # ok: injection/template-from-parameter
    return Template("Hello {{ name }}").render(name=name)
