const box = document.getElementById("box");
// ruleid: injection/html-sink
box.innerHTML = document.location.search.substring(1);
// ruleid: injection/html-sink
box.innerHTML = decodeURIComponent(document.location.hash.slice(1));
// ruleid: injection/html-sink
box.innerHTML = document.documentURI;
// ruleid: injection/html-sink
$("#box").wrap(location.hash.slice(1));
// ok: injection/html-sink
box.textContent = document.location.search.substring(1);
// ok: injection/html-sink
box.innerHTML = DOMPurify.sanitize(document.location.hash);
// ok: injection/html-sink
box.innerHTML = String(document.documentURI.length);

export default {
  mounted() {
    // ruleid: injection/html-sink
    this.$el.innerHTML = this.$route.query.text;
    // ok: injection/html-sink
    this.$el.textContent = this.$route.query.text;
  },
};
