/** The switch at the top: whose eyes the page looks through. */

import {h, patch, set} from './dom.js';
import {initials} from './words.js';
import * as where from './where.js';

const host = document.getElementById('people');

export function render(state) {
  const me = where.person(state);
  patch(host, state.people, (p) => p.key, create, (node, p) => set(node, 'aria-pressed', String(p.key === me.key)));
}

export function avatar(name, kind) {
  return h('span', {class: `avatar avatar-${kind}`, 'aria-hidden': 'true'}, initials(name));
}

function create(person) {
  return h('button', {
    type: 'button',
    class: 'person',
    'data-testid': `person-${person.key}`,
    title: person.email,
    onclick: () => where.become(person.key),
  },
  avatar(person.name, person.key),
  h('span', {class: 'person-name'}, person.name, person.external && h('small', {}, 'external')));
}
