// Small kindnesses on top of pages that work without script.

// Ask before leaving a form with unsent text.
for (const form of document.querySelectorAll('form[data-guard="unsaved"]')) {
  let dirty = false;
  form.addEventListener('input', () => { dirty = true; });
  form.addEventListener('submit', () => { dirty = false; });
  form.addEventListener('kept', () => { dirty = false; });
  window.addEventListener('beforeunload', event => { if (dirty) event.preventDefault(); });
}

// Say how many characters are left, politely and only near the end.
for (const area of document.querySelectorAll('textarea[data-count]')) {
  const left = document.createElement('p');
  left.className = 'hint';
  left.setAttribute('role', 'status');
  area.after(left);
  const english = document.documentElement.lang === 'en';
  const tell = () => {
    const rest = area.maxLength - area.value.length;
    left.textContent = rest > area.maxLength / 5 ? '' : english ? `${rest} characters left` : `${rest} tecken kvar`;
  };
  area.addEventListener('input', tell);
}

// A menu that lies over the page closes with Escape and when something else is clicked.
for (const menu of document.querySelectorAll('details.account')) {
  const close = () => { menu.open = false; };
  document.addEventListener('click', event => { if (!menu.contains(event.target)) close(); });
  menu.addEventListener('keydown', event => {
    if (event.key === 'Escape') { close(); menu.querySelector('summary').focus(); }
  });
}

// Parts that come and go with the answers: the server says which, and nothing typed is touched.
for (const form of document.querySelectorAll('form[data-redraw]')) {
  let asked = 0;
  form.addEventListener('change', async () => {
    const mine = ++asked;
    const body = new FormData(form);
    body.set(form.dataset.redraw, '1');
    const answer = await fetch(location.href, { method: 'POST', body: new URLSearchParams(body) });
    if (!answer.ok || mine !== asked) return;
    const drawn = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const part of form.querySelectorAll('[data-part]')) {
      const wanted = drawn.querySelector(`[data-part="${part.dataset.part}"]`);
      if (wanted) part.hidden = part.disabled = wanted.hidden;
    }
  });
}
