const APP = 'https://app.example.com';

// ruleid: web/postmessage-origin
window.addEventListener('message', (event) => {
  document.getElementById('output')!.innerHTML = event.data.html;
});

export function listen(setUser: (user: unknown) => void) {
  // ruleid: web/postmessage-origin
  window.addEventListener('message', (event) => {
    setUser(event.data.user);
  });
}

// ruleid: web/postmessage-origin
window.onmessage = function (event) {
  localStorage.setItem('theme', event.data.theme);
};

export function finish(token: string) {
  // ruleid: web/postmessage-origin
  window.opener.postMessage({ token }, '*');
}

// ok: web/postmessage-origin
window.addEventListener('message', (event) => {
  if (event.origin !== APP) return;
  document.getElementById('output')!.textContent = event.data.text;
  localStorage.setItem('theme', event.data.theme);
});

export function finishNamed(token: string) {
  // ok: web/postmessage-origin
  window.opener.postMessage({ token }, APP);
}

export function resize(height: number) {
  // ok: web/postmessage-origin
  window.parent.postMessage({ type: 'resize', height }, '*');
}
