<?php
try {
    run();
} catch (Exception $e) {
    // ruleid: api/stack-trace-to-client
    echo $e->getTraceAsString();
}
// ruleid: api/stack-trace-to-client
return response()->json(['error' => 'failed', 'trace' => $e->getTraceAsString()], 500);
// ruleid: api/stack-trace-to-client
return new JsonResponse(['trace' => $e->getTraceAsString()]);
// ok: api/stack-trace-to-client
error_log($e->getTraceAsString());
// ok: api/stack-trace-to-client
return response()->json(['error' => 'failed'], 500);
if (APP_DEBUG) {
    // ok: api/stack-trace-to-client
    echo $e->getTraceAsString();
}
