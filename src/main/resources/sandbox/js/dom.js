/** The few DOM helpers of the page: build an element, patch a list by key, set only what differs. */

const PROPERTIES = new Set(['disabled', 'checked']);
const SVG = 'http://www.w3.org/2000/svg';

export function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    set(node, name, value);
  }
  node.append(...children.flat().filter(present));
  return node;
}

export function set(node, name, value) {
  if (name.startsWith('on')) {
    node.addEventListener(name.slice(2), value);
  } else if (name === 'class') {
    node.className = value;
  } else if (PROPERTIES.has(name)) {
    if (node[name] !== value) node[name] = value;
  } else if (value === null || value === undefined || value === false) {
    node.removeAttribute(name);
  } else if (node.getAttribute(name) !== String(value)) {
    node.setAttribute(name, value === true ? '' : value);
  }
}

export function text(node, value) {
  if (node.textContent !== value) node.textContent = value;
}

export function show(node, visible) {
  if (node.hidden === visible) node.hidden = !visible;
}

/** Makes the children of `parent` those of `items`, in order; a node is made once per key and moved only when it must be. */
export function patch(parent, items, key, create, update = () => {}) {
  const known = parent.patched ??= new Map();
  const wanted = new Set(items.map(key));
  for (const [k, node] of known) {
    if (!wanted.has(k)) {
      node.remove();
      known.delete(k);
    }
  }
  let place = parent.firstElementChild;
  for (const item of items) {
    const k = key(item);
    if (!known.has(k)) known.set(k, create(item));
    const node = known.get(k);
    update(node, item);
    if (node === place) {
      place = place.nextElementSibling;
    } else {
      parent.insertBefore(node, place);
    }
  }
}

export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}

function present(child) {
  return child !== null && child !== undefined && child !== false;
}

const PATHS = {
  answer: 'M4 8.500A2.500 2.500 0 0 1 6.500 6h7A2.500 2.500 0 0 1 16 8.500v7a2.500 2.500 0 0 1-2.500 2.500h-7A2.500 2.500 0 0 1 4 15.500zM17.500 11l3.500-2.500v7L17.500 13z',
  hangup: 'M3.500 15.500c-.8-1-.8-2.600.3-3.600C6 10 9 9 12 9s6 1 8.200 2.900c1.100 1 1.100 2.600.3 3.600l-.7.8c-.4.500-1.100.6-1.700.3l-2.200-1.100c-.5-.3-.8-.8-.7-1.400l.1-1.300a11 11 0 0 0-6.600 0l.1 1.300c.1.6-.2 1.100-.7 1.400l-2.200 1.100c-.6.3-1.300.2-1.700-.3z',
  send: 'M4 4.500 21 12 4 19.500l2.200-6.300L14 12l-7.800-1.200z',
  reply: 'M10 6 4 11.500 10 17v-3.600c4.500 0 7.500 1.300 9.500 4.600-.5-5-3.500-8.700-9.500-8.900z',
  close: 'm6.400 5 5.600 5.600L17.600 5 19 6.400 13.400 12l5.600 5.600-1.400 1.400-5.600-5.600L6.400 19 5 17.600l5.600-5.600L5 6.400z',
  up: 'M12 8.500 5.500 15 7 16.500l5-5 5 5 1.500-1.500z',
  down: 'M12 15.500 5.500 9 7 7.500l5 5 5-5L18.500 9z',
  space: 'M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7m7.500.5a2.800 2.800 0 1 0 0-5.500 2.800 2.800 0 0 0 0 5.500M2.500 18.500c0-3.500 3-5.500 6.500-5.500s6.500 2 6.500 5.500v1h-13zm15 1H22v-.8c0-2.700-2.500-4.700-5.500-4.700-.4 0-.8 0-1.200.1 1.400 1.100 2.200 2.700 2.200 4.500z',
  chat: 'M4 5.500A2.500 2.500 0 0 1 6.500 3h11A2.500 2.500 0 0 1 20 5.500v8a2.500 2.500 0 0 1-2.500 2.500H11l-5 4.500V16a2 2 0 0 1-2-2z',
  room: 'M3 6.500A1.500 1.500 0 0 1 4.500 5h15A1.500 1.500 0 0 1 21 6.500v9a1.500 1.500 0 0 1-1.500 1.500H13v2h3.500v1.500h-9V19H11v-2H4.500A1.500 1.500 0 0 1 3 15.500z',
  phone: 'M8.500 2.500h7A2 2 0 0 1 17.500 4.500v15a2 2 0 0 1-2 2h-7a2 2 0 0 1-2-2v-15a2 2 0 0 1 2-2M8.500 5v12h7V5zM12 18.200a1 1 0 1 0 0 2 1 1 0 0 0 0-2',
  wrench: 'M20.500 7.500a5 5 0 0 1-6.700 4.700L7 19a2 2 0 0 1-2.900-2.900l6.800-6.800a5 5 0 0 1 6.200-6.500l-3 3 .6 2.600 2.600.6z',
  in: 'M11 5h2v9.200l3.600-3.600L18 12l-6 6-6-6 1.400-1.400 3.600 3.600z',
  out: 'M13 19h-2V9.800l-3.600 3.600L6 12l6-6 6 6-1.400 1.400L13 9.800z',
};
