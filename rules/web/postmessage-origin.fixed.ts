const APP = 'https://app.example.com';

window.addEventListener('message', (event) => {
  if (event.origin !== APP) return;
  document.getElementById('output')!.textContent = event.data.text;
});

window.onmessage = function (event) {
  if (event.origin !== 'https://app.example.com') return;
  localStorage.setItem('theme', event.data.theme === 'dark' ? 'dark' : 'light');
};

export function finish(data: { id: string }) {
  window.parent.postMessage(data, 'https://app.example.com');
}
