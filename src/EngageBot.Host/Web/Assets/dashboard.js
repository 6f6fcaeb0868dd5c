// Says that something new has happened; the page is loaded again by whoever reads it, when he likes.
const note = document.getElementById('live');
if (note && window.EventSource) {
    const events = new EventSource('/dashboard/events');
    events.addEventListener('changed', () => { note.hidden = false; });
}
