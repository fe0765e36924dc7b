import DOMPurify from 'dompurify';

const comment = new URLSearchParams(location.search).get('comment') ?? '';
document.querySelector('#comment')!.textContent = comment;
document.querySelector('#rich')!.innerHTML = DOMPurify.sanitize(comment);
