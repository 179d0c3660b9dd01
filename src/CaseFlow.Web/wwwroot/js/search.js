// The search palette: Ctrl+K or the button opens it, arrows move, Enter goes there. Without this module the button leads to the search page.

const Pause = 120;
const palette = document.querySelector('dialog[data-search]');

if (palette) {
  const field = palette.querySelector('[role="combobox"]');
  const list = palette.querySelector('[role="listbox"]');
  const told = palette.querySelector('[role="status"]');
  let timer = 0;
  let asking = null;
  let chosen = -1;

  const options = () => [...list.children];

  function open() {
    if (palette.open) return;
    palette.showModal();
    field.select();
  }

  function choose(index) {
    const all = options();
    chosen = all.length === 0 ? -1 : (index + all.length) % all.length;
    all.forEach((option, i) => option.setAttribute('aria-selected', String(i === chosen)));
    if (chosen < 0) field.removeAttribute('aria-activedescendant');
    else {
      field.setAttribute('aria-activedescendant', all[chosen].id);
      all[chosen].scrollIntoView({ block: 'nearest' });
    }
  }

  function part(name, text) {
    const made = document.createElement('span');
    made.className = name;
    made.textContent = text;
    return made;
  }

  function show(answers) {
    list.replaceChildren(...answers.map((answer, i) => {
      const option = document.createElement('li');
      option.id = `sok-traff-${i}`;
      option.className = 'palette__answer';
      option.setAttribute('role', 'option');
      option.dataset.href = answer.href;
      option.append(part('palette__kind', answer.kind), part('palette__title', answer.title), part('palette__detail', answer.detail));
      return option;
    }));
    field.setAttribute('aria-expanded', String(answers.length > 0));
    choose(answers.length > 0 ? 0 : -1);
  }

  async function ask() {
    asking?.abort();
    const text = field.value.trim();
    if (!text) {
      show([]);
      told.textContent = '';
      return;
    }
    asking = new AbortController();
    try {
      const answer = await fetch(`${palette.dataset.address}?q=${encodeURIComponent(text)}`, { signal: asking.signal, headers: { Accept: 'application/json' } });
      if (!answer.ok) throw new Error(String(answer.status));
      const found = await answer.json();
      show(found);
      const { none, one, many } = palette.dataset;
      told.textContent = found.length === 0 ? none : found.length === 1 ? one : many.replace('{0}', found.length);
    } catch (fault) {
      // A question that was overtaken by the next says nothing.
      if (fault.name === 'AbortError') return;
      show([]);
      told.textContent = palette.dataset.away;
    }
  }

  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, Pause);
  });

  field.addEventListener('keydown', event => {
    if (event.key === 'ArrowDown') choose(chosen + 1);
    else if (event.key === 'ArrowUp') choose(chosen - 1);
    else if (event.key === 'Enter' && chosen >= 0) location.assign(options()[chosen].dataset.href);
    else return;
    event.preventDefault();
  });

  list.addEventListener('click', event => {
    const option = event.target.closest('[role="option"]');
    if (option) location.assign(option.dataset.href);
  });

  palette.querySelector('[data-search-close]').addEventListener('click', () => palette.close());
  palette.addEventListener('click', event => { if (event.target === palette) palette.close(); });

  for (const link of document.querySelectorAll('[data-search-open]')) {
    link.addEventListener('click', event => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open();
    });
  }

  document.addEventListener('keydown', event => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      open();
    }
  });
}
