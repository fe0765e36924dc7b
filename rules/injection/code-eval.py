import ast
import code
import cProfile
import operator
import re
import subprocess
import timeit
import types

import pandas as pd
import requests
from django.http import JsonResponse
from fastapi import FastAPI
from flask import Flask, jsonify, request
from pydantic import BaseModel

app = Flask(__name__)
api = FastAPI()
OPERATORS = {"+": operator.add, "-": operator.sub}


class Job(BaseModel):
    code: str


@app.route("/calc")
def calc():
    expression = request.args.get("expression", "0")
    # ruleid: injection/code-eval
    result = eval(expression)
    # ruleid: injection/code-eval
    guarded = eval(expression, {"__builtins__": {}}, {})
    # ok: injection/code-eval
    literal = ast.literal_eval(expression)
    return jsonify(result=result, guarded=guarded, literal=literal)


@app.route("/calc-checked")
def calc_checked():
    expression = request.args.get("expression", "0")
    if not re.fullmatch(r"[\d+\-*/(). ]+", expression):
        return jsonify(error="expression"), 400
    # ok: injection/code-eval
    return jsonify(result=eval(expression))


@api.post("/jobs")
async def run_job(job: Job):
    namespace = {}
    # ruleid: injection/code-eval
    exec(job.code, namespace)
    return namespace.get("result")


@api.get("/formula/{formula}")
def formula(formula: str):
    # ruleid: injection/code-eval
    return eval(compile(formula, "<formula>", "eval"))


def view(request):
    body = request.POST["script"]
    # ruleid: injection/code-eval
    exec(compile(body, "<script>", "exec"))
    return JsonResponse({})


def evaluate(expression):
    # ruleid: injection/code-eval
    return eval(expression)


def evaluate_checked(expression):
    if not set(expression) <= set("0123456789+-*/(). "):
        raise ValueError(expression)
    # ok: injection/code-eval
    return eval(expression)


def apply(op, left, right):
    # ok: injection/code-eval
    return OPERATORS[op](left, right)


def fetch_and_run(url):
    source = requests.get(url, timeout=5).text
    # ruleid: injection/code-eval
    exec(source)


def ask():
    answer = input("Expression: ")
    # ruleid: injection/code-eval
    print(eval(answer))


def load_settings(filename):
    with open(filename, "rb") as settings:
        # ok: injection/code-eval
        exec(compile(settings.read(), filename, "exec"))


def constant():
    # ok: injection/code-eval
    return eval("1 + 1")


def train(model, frame: pd.DataFrame, query):
    # ok: injection/code-eval
    model.eval()
    # ok: injection/code-eval
    return frame.eval("total = price * count")


version = {}
with open("version.py") as handle:
    # ok: injection/code-eval
    exec(handle.read(), version)


class Adapter:
    def make(self, fun, signature):
        definition = FUNCTION_TEMPLATE.format(name=fun.__name__, signature=signature)
        namespace = {}
        # ok: injection/code-eval
        exec(definition, namespace)
        return namespace

    def raise_at(self, filename):
        code = compile("raise error", filename, "exec")
        # ok: injection/code-eval
        exec(code, {})


def make_rule(name, defaults):
    module = ast.parse("def rule(): pass")
    module.body[0].args.defaults = [ast.Constant(value) for value in defaults]
    code = compile(module, "<rule>", "exec")
    # ok: injection/code-eval
    exec(code, {})


@app.route("/runs")
def runs():
    text = request.args["text"]
    # ruleid: injection/code-eval
    types.FunctionType(compile(text, "run", "exec"), {})()
    # ruleid: injection/code-eval
    code.InteractiveInterpreter().runsource(text)
    # ruleid: injection/code-eval
    timeit.timeit(text, number=1)
    # ruleid: injection/code-eval
    cProfile.run(text)
    # ruleid: injection/code-eval
    subprocess.run(["python3", "-I", "-c", text])
    # ok: injection/code-eval
    ast.parse(text)
    # ok: injection/code-eval
    compile(text, "check", "exec", ast.PyCF_ONLY_AST)
    # ok: injection/code-eval
    subprocess.run(["python3", "render.py", text])
    # ok: injection/code-eval
    return timeit.timeit(lambda: len(text), number=1)
