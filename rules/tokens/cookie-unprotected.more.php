<?php
// ruleid: tokens/cookie-unprotected
session_set_cookie_params(3600, "/", "", false, true);
// ruleid: tokens/cookie-unprotected
session_set_cookie_params(3600, "/", "", true, false);
// ok: tokens/cookie-unprotected
session_set_cookie_params(3600, "/", "", true, true);
// ok: tokens/cookie-unprotected
session_set_cookie_params(3600);
