export const Polyfill = () => (
  <>
    {/* ruleid: web/compromised-script-host */}
    <script src="https://polyfill.io/v3/polyfill.min.js" />
    {/* ruleid: web/compromised-script-host */}
    <script async src="https://cdn.polyfill.io/v3/polyfill.min.js?features=fetch" />
    {/* ruleid: web/compromised-script-host */}
    <link rel="stylesheet" href="https://cdn.bootcss.com/bootstrap/3.3.7/css/bootstrap.min.css" />
    {/* ok: web/compromised-script-host */}
    <script src="https://example.com/polyfill.js" />
    {/* ok: web/compromised-script-host */}
    <script src="/polyfill.io/a.js" />
    {/* ok: web/compromised-script-host */}
    <a href="https://example.com/polyfill">Polyfill</a>
  </>
);
