export function Head() {
  return (
    <head>
      {/* ruleid: web/sri-missing */}
      <script src="https://unpkg.com/swagger-ui-dist@5/swagger-ui-bundle.js"></script>
      {/* ruleid: web/sri-missing */}
      <link rel="stylesheet" href="https://unpkg.com/leaflet/dist/leaflet.css" />
      {/* ok: web/sri-missing */}
      <script src="https://unpkg.com/leaflet@1.9.4/dist/leaflet.js" integrity="sha256-x" crossOrigin=""></script>
      {/* ok: web/sri-missing */}
      <script src="/vendor/a.js"></script>
    </head>
  );
}
