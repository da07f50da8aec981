/** The log of every call in both directions, newest first; a row opens to show the bodies. */

import {h, icon, patch, set, show, text} from './dom.js';
import {SERVICES, exact} from './words.js';

const rows = h('div', {class: 'log-rows', 'data-testid': 'log', tabindex: '0', role: 'group', 'aria-label': 'Calls, newest first'});
const none = h('p', {class: 'muted log-none'}, 'No call yet.');
const filter = h('select', {'aria-label': 'Service', 'data-testid': 'log-service', onchange: () => render(last)},
  h('option', {value: ''}, 'All services'), ...Object.entries(SERVICES).map(([value, words]) => h('option', {value}, words)));
const search = h('input', {type: 'search', placeholder: 'Path or tracking id', 'aria-label': 'Path or tracking id', 'data-testid': 'log-search', oninput: () => render(last)});
const failed = h('input', {type: 'checkbox', 'data-testid': 'log-failed', onchange: () => render(last)});
let last = {calls: []};

export const panel = h('div', {class: 'log'},
  h('div', {class: 'log-tools'}, filter, search, h('label', {}, failed, ' only failures')), none, rows);

export function render(state) {
  last = state;
  if (panel.hidden || document.body.dataset.drawer === 'folded') return;
  const calls = state.calls.filter(wanted).reverse();
  show(none, calls.length === 0);
  patch(rows, calls, (c) => c.n, create, update);
}

/** The service a call goes to or comes from. */
export function serviceOf(call) {
  const words = `${call.from} ${call.to}`.toLowerCase().replaceAll(/[\s_-]/g, '');
  return Object.keys(SERVICES).find((key) => words.includes(key)) ?? '';
}

function party(name) {
  return name === 'bot' ? 'Visit' : SERVICES[name] ?? name;
}

function wanted(call) {
  const words = search.value.trim().toLowerCase();
  return (!filter.value || serviceOf(call) === filter.value)
    && (!failed.checked || bad(call))
    && (!words || `${call.method} ${call.path} ${call.tracking ?? ''}`.toLowerCase().includes(words));
}

function bad(call) {
  return !call.status || call.status >= 400;
}

function create(call) {
  const details = h('div', {class: 'log-details', hidden: true});
  const row = h('button', {type: 'button', class: 'log-row', 'aria-expanded': 'false', 'data-testid': 'log-row', 'data-service': serviceOf(call)},
    h('span', {class: 'log-time'}, exact(call.at)),
    h('span', {class: `log-way log-${call.direction}`}, icon(call.direction), h('span', {}, `${party(call.from)} \u2192 ${party(call.to)}`)),
    h('span', {class: 'log-what'}, h('b', {}, call.method), ' ', call.path),
    h('span', {class: 'log-status'}), h('span', {class: 'log-ms'}), h('span', {class: 'log-tracking'}));
  row.addEventListener('click', () => {
    const open = details.hidden;
    show(details, open);
    set(row, 'aria-expanded', String(open));
  });
  return h('div', {class: 'log-entry'}, row, details);
}

function update(node, call) {
  const looks = JSON.stringify([call.status, call.ms, call.tracking, call.responseBody]);
  if (node.looks === looks) return;
  node.looks = looks;
  const status = node.querySelector('.log-status');
  text(status, call.status ? String(call.status) : 'cut');
  set(status, 'data-bad', bad(call));
  text(node.querySelector('.log-ms'), call.ms === null || call.ms === undefined ? '' : `${call.ms} ms`);
  text(node.querySelector('.log-tracking'), call.tracking ?? '');
  node.querySelector('.log-details').replaceChildren(body('Request', call.requestBody), body('Answer', call.responseBody));
}

function body(title, content) {
  return h('div', {class: 'log-body'}, h('h3', {}, title), h('pre', {tabindex: '0'}, pretty(content)));
}

function pretty(content) {
  if (content === null || content === undefined || content === '') return '(empty)';
  if (typeof content !== 'string') return JSON.stringify(content, null, 2);
  try {
    return JSON.stringify(JSON.parse(content), null, 2);
  } catch {
    return content;
  }
}
