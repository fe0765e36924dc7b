export const Polyfill = () => (
  <>
    {/* ruleid: web/compromised-script-host */}
    <script src="https://polyfill.io/v3/polyfill.min.js" />
    {/* ok: web/compromised-script-host */}
    <script src="https://example.com/polyfill.js" />
  </>
);
