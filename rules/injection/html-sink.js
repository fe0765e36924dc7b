import DOMPurify from 'dompurify';

const list = document.getElementById('list');
const output = document.querySelector('#output');

function showName() {
  const params = new URLSearchParams(window.location.search);
  const name = params.get('name');
  // ruleid: injection/html-sink
  document.getElementById('greeting').innerHTML = 'Hello ' + name;
  // ok: injection/html-sink
  document.getElementById('greeting').textContent = 'Hello ' + name;
  // ok: injection/html-sink
  document.getElementById('greeting').innerHTML = DOMPurify.sanitize('Hello ' + name);
}

function showHash() {
  // ruleid: injection/html-sink
  document.write(decodeURIComponent(location.hash.slice(1)));
}

async function loadComments() {
  const response = await fetch('/api/comments');
  const comments = await response.json();
  list.innerHTML = '';
  comments.forEach((comment) => {
    // ruleid: injection/html-sink
    list.innerHTML += `<li><b>${comment.author}</b>: ${comment.text}</li>`;
  });
  // ruleid: injection/html-sink
  output.innerHTML = comments.map((comment) => `<li>${comment.text}</li>`).join('');
  // ok: injection/html-sink
  output.innerHTML = comments.map((comment) => `<li>${escapeHtml(comment.text)}</li>`).join('');
  // ok: injection/html-sink
  output.innerHTML = `<p>${comments.length} comments</p>`;
}

function addMessage(user, text) {
  const item = document.createElement('li');
  // ruleid: injection/html-sink
  item.innerHTML = `<span class="user">${user}</span> ${text}`;
  list.appendChild(item);
}

function addMessageSafe(user, text) {
  const item = document.createElement('li');
  item.textContent = `${user}: ${text}`;
  // ok: injection/html-sink
  list.appendChild(item);
}

function addRow(row) {
  // ruleid: injection/html-sink
  list.insertAdjacentHTML('beforeend', '<tr><td>' + row.name + '</td></tr>');
  // ok: injection/html-sink
  list.insertAdjacentHTML('beforeend', '<tr><td>empty</td></tr>');
}

window.addEventListener('message', (event) => {
  // ruleid: injection/html-sink
  output.innerHTML = event.data;
});

window.addEventListener('message', (event) => {
  if (event.origin !== 'https://app.example.com') return;
  // ok: injection/html-sink
  output.textContent = event.data;
});

function search() {
  const input = document.querySelector('#search');
  // ruleid: injection/html-sink
  $('#results').html('Results for ' + input.value);
  // ok: injection/html-sink
  $('#results').text('Results for ' + input.value);
}

function reset() {
  // ok: injection/html-sink
  output.innerHTML = '';
  // ok: injection/html-sink
  output.innerHTML = '<p>Nothing here yet</p>';
  const icon = '<svg viewBox="0 0 1 1"></svg>';
  // ok: injection/html-sink
  output.innerHTML = `<button>${icon} Close</button>`;
}

export function setContent(element, html) {
  // ok: injection/html-sink
  element.innerHTML = html;
}
