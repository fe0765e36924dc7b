<?php
// ruleid: injection/regex-catastrophic
if (preg_match('/^([a-z]+)*@x$/', $text)) { ok(); }
// ok: injection/regex-catastrophic
if (preg_match('/^[a-z]+@x$/', $text)) { ok(); }
