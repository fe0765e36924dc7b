import tornado.web

# ruleid: tokens/csrf-disabled
application = tornado.web.Application(handlers, xsrf_cookies=False)
# ok: tokens/csrf-disabled
application = tornado.web.Application(handlers, xsrf_cookies=True)
