// The draft saves itself after a pause, by posting the very form that the button posts. Without this module the button does it.

const Pause = 2000;

for (const form of document.querySelectorAll('form[data-autosave]')) {
  const told = form.querySelector('[data-draft-status]');
  const field = name => form.querySelector(`input[name="${name}"]`);
  let timer = 0;
  let typed = 0;
  let running = false;
  let stopped = false;

  const say = text => { if (told.textContent !== text) told.textContent = text; };

  async function save() {
    if (running || stopped) return;
    running = true;
    const seen = typed;
    const body = new URLSearchParams(new FormData(form));
    body.set('_step', 'draft');
    try {
      const answer = await fetch(location.href, { method: 'POST', body, headers: { 'X-Autosave': '1' } });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const drawn = page.querySelector('form[data-autosave]');
      if (!drawn) return;
      if (answer.ok) {
        for (const name of ['_draft', '_draftVersion']) field(name).value = drawn.querySelector(`input[name="${name}"]`).value;
        const here = new URL(location.href);
        here.searchParams.set('utkast', field('_draft').value);
        history.replaceState(null, '', here);
        if (seen === typed) form.dispatchEvent(new CustomEvent('kept'));
      } else if (page.querySelector('[data-draft-conflict]')) {
        // Saved elsewhere meanwhile: the other text is shown beside this one, and nothing is overwritten.
        stopped = true;
        document.querySelector('[data-draft-conflict]')?.remove();
        form.before(document.importNode(page.querySelector('[data-draft-conflict]'), true));
      }
      say(drawn.querySelector('[data-draft-status]').textContent.trim());
    } catch {
      // The connection is away: what is typed stays here, and the next pause tries again.
      say(told.dataset.away);
    } finally {
      running = false;
      if (seen !== typed) wait();
    }
  }

  function wait() {
    clearTimeout(timer);
    timer = setTimeout(save, Pause);
  }

  form.addEventListener('input', () => { typed++; wait(); });
  form.addEventListener('submit', () => { stopped = true; clearTimeout(timer); });
}
