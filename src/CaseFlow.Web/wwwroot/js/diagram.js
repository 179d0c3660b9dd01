// Shows a BPMN diagram with what stands on it. The page's list holds the same information, so all of this may fail.

const loaded = new Map();

function load(element) {
  const address = element.src ?? element.href;
  if (!loaded.has(address)) {
    loaded.set(address, new Promise((resolve, reject) => {
      element.onload = resolve;
      element.onerror = reject;
      document.head.append(element);
    }));
  }
  return loaded.get(address);
}

const script = src => load(Object.assign(document.createElement('script'), { src }));
const styles = href => load(Object.assign(document.createElement('link'), { rel: 'stylesheet', href }));

function button(text, act) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'button button--secondary button--small';
  made.textContent = text;
  made.addEventListener('click', act);
  return made;
}

function badge(mark) {
  const made = document.createElement('div');
  made.className = `diagram__badge diagram__badge--${mark.tone}`;
  made.title = mark.text;
  made.textContent = mark.count ?? '';
  return made;
}

// A collapsed sub-process carries what stands inside it, so that the upper picture tells it too.
function withParents(marks, registry) {
  const all = new Map(marks.map(mark => [mark.id, { ...mark }]));
  for (const mark of marks) {
    let parent = registry.get(mark.id)?.businessObject?.$parent;
    for (; parent; parent = parent.$parent) {
      if (parent.$type !== 'bpmn:SubProcess' && parent.$type !== 'bpmn:AdHocSubProcess') continue;
      const sum = all.get(parent.id);
      if (!sum) all.set(parent.id, { ...mark, id: parent.id });
      else if (!marks.some(own => own.id === parent.id)) {
        sum.count = (sum.count ?? 1) + (mark.count ?? 1);
        if (mark.tone === 'stop') sum.tone = 'stop';
      }
    }
  }
  return all.values();
}

// Below this the words of a step are too small to read; then a part of the picture is shown, and the button shows all of it.
const readable = 0.8;

const within = (middle, start, length, shown) =>
  length <= shown ? start + length / 2 : Math.min(Math.max(middle, start + shown / 2), start + length - shown / 2);

// Shows the whole picture, or as much as can be read: around what stands somewhere now, or else from the beginning.
function open(canvas, registry, marks) {
  canvas.zoom('fit-viewport', 'auto');
  if (canvas.zoom() >= readable) return;
  const { inner } = canvas.viewbox();
  const size = canvas.getSize();
  const [width, height] = [size.width / readable, size.height / readable];
  const here = marks.filter(mark => mark.tone !== 'done').map(mark => registry.get(mark.id))
    .find(element => element && canvas.findRoot(element) === canvas.getRootElement());
  const middle = here ? { x: here.x + here.width / 2, y: here.y + here.height / 2 } : inner;
  const left = within(middle.x, inner.x, inner.width, width) - width / 2;
  const top = within(middle.y, inner.y, inner.height, height) - height / 2;
  canvas.viewbox({ x: left, y: top, width, height });
}

async function show(figure) {
  const canvasElement = figure.querySelector('.diagram__canvas');
  const data = figure.dataset;
  const [answer] = await Promise.all([fetch(data.diagram), script(data.viewer), ...data.styles.split(' ').map(styles)]);
  if (!answer.ok) throw new Error(`${data.diagram}: ${answer.status}`);
  canvasElement.hidden = false;

  const viewer = new window.BpmnJS({ container: canvasElement });
  await viewer.importXML(await answer.text());
  const canvas = viewer.get('canvas');
  const registry = viewer.get('elementRegistry');
  const overlays = viewer.get('overlays');

  const marks = [...withParents(JSON.parse(data.marks), registry)];
  for (const mark of marks) {
    const element = registry.get(mark.id);
    if (!element) continue;
    canvas.addMarker(element, `diagram--${mark.tone}`);
    if (mark.tone !== 'done') overlays.add(element, { position: { top: -14, left: -14 }, html: badge(mark) });
  }

  const fit = () => canvas.zoom('fit-viewport', 'auto');
  const zoom = step => viewer.get('zoomScroll').stepZoom(step);
  const tools = document.createElement('div');
  tools.className = 'diagram__tools';
  tools.append(button(data.zoomIn, () => zoom(1)), button(data.zoomOut, () => zoom(-1)), button(data.fit, fit));
  canvasElement.before(tools);

  const picture = canvasElement.querySelector('svg');
  picture.setAttribute('role', 'img');
  picture.setAttribute('aria-label', data.label);

  const plane = data.start && canvas.getRootElements().find(root => root.id === data.start || root.id === `${data.start}_plane`);
  if (plane) canvas.setRootElement(plane);
  const begin = () => open(canvas, registry, marks);
  viewer.get('eventBus').on('root.set', begin);
  begin();
}

for (const figure of document.querySelectorAll('[data-diagram]')) {
  show(figure).catch(fault => {
    console.error(fault);
    const told = document.createElement('p');
    told.className = 'notice notice--warning';
    told.textContent = figure.dataset.failed;
    figure.querySelector('.diagram__canvas').replaceWith(told);
  });
}
