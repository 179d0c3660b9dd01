// Items of an agenda are dragged to their place. Letting go posts the item's own move form with the new place; without this
// module the buttons do it.

for (const list of document.querySelectorAll('ol[data-agenda]')) {
  const items = () => [...list.querySelectorAll(':scope > li[data-item]')];
  let dragged = null;
  let from = -1;

  for (const item of items()) {
    const form = item.querySelector('form.agenda__move');
    const head = item.querySelector('.agenda__head');
    if (!form || !head) continue;
    head.draggable = true;
    head.classList.add('agenda__head--draggable');
    head.addEventListener('dragstart', event => {
      dragged = item;
      from = items().indexOf(item);
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', '');
      item.classList.add('agenda__item--dragged');
    });
    head.addEventListener('dragend', () => {
      item.classList.remove('agenda__item--dragged');
      const to = items().indexOf(item);
      dragged = null;
      if (to === from) return;
      form.querySelector('input[name="plats"]').value = to + 1;
      const button = form.querySelector('button');
      button.disabled = false;
      form.requestSubmit(button);
    });
  }

  list.addEventListener('dragover', event => {
    const over = event.target.closest('li[data-item]');
    if (!dragged || !over || over === dragged) return;
    event.preventDefault();
    const { top, height } = over.getBoundingClientRect();
    list.insertBefore(dragged, event.clientY < top + height / 2 ? over : over.nextSibling);
  });
  list.addEventListener('drop', event => event.preventDefault());
}
