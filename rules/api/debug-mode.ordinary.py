import bottle
import tornado.web
from starlette.applications import Starlette
# ruleid: api/debug-mode
app.config.update(DEBUG=True, TESTING=False)
# ruleid: api/debug-mode
application = tornado.web.Application([], debug=True)
# ruleid: api/debug-mode
application = Starlette(debug=True)
# ruleid: api/debug-mode
bottle.run(host="0.0.0.0", port=80, debug=True)
# ok: api/debug-mode
app.config.update(DEBUG=False)
# ok: api/debug-mode
application = tornado.web.Application([], debug=False)
# ok: api/debug-mode
application = Starlette(debug=settings.DEBUG)
# ok: api/debug-mode
bottle.run(host="localhost", port=8080, debug=True)
