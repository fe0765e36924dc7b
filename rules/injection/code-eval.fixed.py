import ast
import operator

from flask import Flask, abort, jsonify, request
from flask_login import login_required

app = Flask(__name__)
OPERATIONS = {"add": operator.add, "subtract": operator.sub, "multiply": operator.mul}


@app.route("/literal")
@login_required
def literal():
    try:
        value = ast.literal_eval(request.args.get("expression", "0"))
    except (ValueError, SyntaxError):
        abort(400)
    return jsonify(result=value)


@app.route("/calc")
@login_required
def calc():
    operation = OPERATIONS.get(request.args.get("operation", ""))
    if operation is None:
        abort(400)
    return jsonify(result=operation(float(request.args["a"]), float(request.args["b"])))
