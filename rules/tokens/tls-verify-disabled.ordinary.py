import ldap
import pycurl
from OpenSSL import SSL
from pymongo import MongoClient
# ruleid: tokens/tls-verify-disabled
context.set_verify(SSL.VERIFY_NONE, callback)
# ruleid: tokens/tls-verify-disabled
ldap.set_option(ldap.OPT_X_TLS_REQUIRE_CERT, ldap.OPT_X_TLS_NEVER)
# ruleid: tokens/tls-verify-disabled
client = MongoClient("host", tls=True, tlsAllowInvalidCertificates=True)
# ruleid: tokens/tls-verify-disabled
curl.setopt(pycurl.SSL_VERIFYPEER, 0)
# ok: tokens/tls-verify-disabled
context.set_verify(SSL.VERIFY_PEER, callback)
# ok: tokens/tls-verify-disabled
ldap.set_option(ldap.OPT_X_TLS_REQUIRE_CERT, ldap.OPT_X_TLS_DEMAND)
# ok: tokens/tls-verify-disabled
client = MongoClient("host", tls=True)
# ok: tokens/tls-verify-disabled
curl.setopt(pycurl.SSL_VERIFYPEER, 1)
if request.validate_cert:
    curl.setopt(pycurl.SSL_VERIFYPEER, 1)
else:
    # ok: tokens/tls-verify-disabled
    curl.setopt(pycurl.SSL_VERIFYPEER, 0)
