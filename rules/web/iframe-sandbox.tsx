export function Preview({ html, url }: { html: string; url: string }) {
  return (
    <>
      {/* ruleid: web/iframe-sandbox */}
      <iframe srcDoc={html} title="preview" />
      {/* ruleid: web/iframe-sandbox */}
      <iframe srcDoc={html} sandbox="allow-scripts allow-same-origin" />
      {/* ruleid: web/iframe-sandbox */}
      <iframe srcDoc={`<body>${html}</body>`}></iframe>
      {/* ok: web/iframe-sandbox */}
      <iframe srcDoc={html} sandbox="allow-scripts" />
      {/* ok: web/iframe-sandbox */}
      <iframe srcDoc={html} sandbox="" />
      {/* ok: web/iframe-sandbox */}
      <iframe srcDoc={'<p>Nothing here yet</p>'} />
      {/* ok: web/iframe-sandbox */}
      <iframe src="https://www.youtube.com/embed/x" allowFullScreen />
      {/* ok: web/iframe-sandbox */}
      <iframe src={url} sandbox="allow-scripts allow-same-origin" />
    </>
  );
}
