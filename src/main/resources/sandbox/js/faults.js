/** The faults in force, as chips that stay in sight and take the fault away when pressed. */

import * as api from './api.js';
import {h, icon, patch, text} from './dom.js';
import {attempt} from './toasts.js';
import {SERVICES, reason} from './words.js';

export function chips() {
  return h('ul', {class: 'faults', 'aria-label': 'Faults in force', 'data-testid': 'faults'});
}

export function render(host, state) {
  patch(host, state.faults, (f) => f.id, create, (node, f) => text(node.querySelector('.fault-words'), describe(f)));
}

function create(fault) {
  return h('li', {}, h('button', {type: 'button', class: 'chip chip-bad', title: 'Take this fault away', onclick: () => attempt(() => api.clearFault(fault.id))},
    h('span', {class: 'fault-words'}), icon('close'), h('span', {class: 'visually-hidden'}, ' Take this fault away')));
}

function describe(fault) {
  const left = fault.left === null || fault.left === undefined ? '' : ` \u00b7 ${fault.left} left`;
  return `${SERVICES[fault.service] ?? fault.service}: ${what(fault)}${left}`;
}

function what(fault) {
  switch (fault.kind) {
    case 'status': return fault.retryAfter ? `${fault.status}, Retry-After ${fault.retryAfter} s` : String(fault.status);
    case 'slow': return `slow, ${fault.ms / 1000} s`;
    case 'down': return 'down';
    case 'undelivered': return `undelivered, ${reason(fault.errorCode)}`;
    case 'accept-then-fail': return 'done, then cut off';
    case 'accept-then-hang': return 'done, then silence';
    default: return String(fault.kind);
  }
}
