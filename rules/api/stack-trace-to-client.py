import traceback

from flask import Flask, jsonify

app = Flask(__name__)


@app.route("/report")
def report():
    try:
        return jsonify(build())
    except Exception:
        # ruleid: api/stack-trace-to-client
        return jsonify({"error": traceback.format_exc()}), 500


@app.errorhandler(500)
def failed(error):
    # ruleid: api/stack-trace-to-client
    return traceback.format_exc(), 500


@app.route("/other")
def other():
    try:
        return jsonify(build())
    except Exception as error:
        # ruleid: api/stack-trace-to-client
        return jsonify(error=str(error), trace=traceback.format_exc()), 500


@app.route("/safe")
def safe():
    try:
        return jsonify(build())
    except Exception:
        # ok: api/stack-trace-to-client
        app.logger.error(traceback.format_exc())
        # ok: api/stack-trace-to-client
        return jsonify({"error": "internal error"}), 500


def describe():
    # ok: api/stack-trace-to-client
    return traceback.format_exc()


@app.exception_handler(Exception)
async def on_error(request: Request, exc: Exception):
    # ruleid: api/stack-trace-to-client
    return JSONResponse(status_code=500, content={"error": repr(exc)})


@app.exception_handler(Exception)
async def on_error_quiet(request: Request, exc: Exception):
    # ok: api/stack-trace-to-client
    return JSONResponse(status_code=500, content={"error": "internal error"})


@app.get("/reports")
def list_reports():
    try:
        return load()
    except ValueError as e:
        # ok: api/stack-trace-to-client
        return jsonify({"error": str(e)}), 400
    except Exception as e:
        # ruleid: api/stack-trace-to-client
        return jsonify({"error": str(e)}), 500
