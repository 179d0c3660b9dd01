// Meeting mode: the clock of the item, notes that save themselves, news of what others do, and the arrows to the next item.
// Everything here is a kindness; the page works without it.

const room = document.querySelector('[data-room]');
const form = document.querySelector('#form-notes');
const Pause = 2000;
const Look = 15000;

// The clock counts from when the item began, for everybody who looks.
for (const clock of document.querySelectorAll('[data-clock]')) {
  const tick = () => {
    const gone = Math.max(0, Math.floor((Date.now() / 1000 - Number(clock.dataset.started)) / 60));
    const left = Number(clock.dataset.minutes) - gone;
    const text = (left >= 0 ? clock.dataset.left : clock.dataset.over).replace('{0}', String(Math.abs(left)));
    if (clock.textContent !== text) clock.textContent = text;
    clock.classList.toggle('room__clock--over', left < 0);
  };
  tick();
  setInterval(tick, 5000);
}

// Arrows lead to the items before and after, unless somebody is writing.
document.addEventListener('keydown', event => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.target.closest('input, textarea, select, summary, [contenteditable]')) return;
  const to = event.key === 'ArrowRight' ? room.dataset.next : event.key === 'ArrowLeft' ? room.dataset.previous : null;
  if (to) location.href = to;
});

let saving = null;

if (form) {
  const text = form.querySelector('textarea[name="anteckning"]');
  const seen = form.querySelector('[data-seen]');
  const told = form.querySelector('[data-notes-status]');
  let timer = 0;
  let typed = 0;
  let stopped = false;

  const say = words => { if (told.textContent !== words) told.textContent = words; };

  async function send() {
    const at = typed;
    const body = new URLSearchParams(new FormData(form));
    body.delete('_request'); // each save is a request of its own
    try {
      const answer = await fetch(location.href, { method: 'POST', body, headers: { 'X-Autosave': '1' } });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const drawn = page.querySelector('#form-notes');
      if (!drawn) return;
      if (answer.ok) {
        const kept = drawn.querySelector('[data-seen]').value;
        // What another wrote comes in when nobody is in the middle of a word here; otherwise the next save brings it.
        if (at === typed) {
          if (text.value.trim() !== kept.trim()) text.value = kept;
          seen.value = kept;
          form.dispatchEvent(new CustomEvent('kept'));
        } else if (body.get('anteckning').trim() === kept.trim()) seen.value = kept;
        say(drawn.querySelector('[data-notes-status]').textContent.trim());
      } else if (page.querySelector('[data-notes-collision]')) {
        // Both have changed the same paragraph: the other text is shown above this one, and the next save is this writer's decision.
        stopped = true;
        document.querySelector('[data-notes-collision]')?.remove();
        const shown = document.importNode(page.querySelector('[data-notes-collision]'), true);
        form.before(shown);
        seen.value = drawn.querySelector('[data-seen]').value;
        shown.focus();
      } else say(page.querySelector('.error-summary')?.textContent.trim() ?? told.dataset.away);
    } catch {
      say(told.dataset.away); // the connection is away: what is typed stays here, and the next pause tries again
    }
  }

  const save = () => saving ??= send().finally(() => { saving = null; });
  const wait = () => { clearTimeout(timer); timer = setTimeout(async () => { const at = typed; await save(); if (at !== typed && !stopped) wait(); }, Pause); };

  text.addEventListener('input', () => { typed++; if (!stopped) wait(); });
  form.addEventListener('submit', () => { clearTimeout(timer); });
}

// What others do is told, and brought in when the reader asks for it.
const news = document.querySelector('[data-news] a');
setInterval(async () => {
  if (document.hidden || saving || !news.hidden) return;
  try {
    const answer = await fetch(location.href, { headers: { 'X-Autosave': '1' } });
    if (!answer.ok || saving) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const version = page.querySelector('[data-room]')?.dataset.version;
    const [mine, theirs] = [document, page].map(p => p.querySelector('[data-seen]')?.value.trim());
    if (version && (version !== room.dataset.version || mine !== theirs)) news.hidden = false;
  } catch { /* the next look tries again */ }
}, Look);
