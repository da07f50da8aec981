/** The left column: the spaces of the chosen person, in three groups. */

import {h, patch, set, show, text} from './dom.js';
import {avatar} from './people.js';
import * as unread from './unread.js';
import * as where from './where.js';

const host = document.getElementById('spaces');
const GROUPS = ['Spaces', 'Direct', 'Visits'];

export function render(state) {
  const who = where.person(state);
  const open = where.space(state);
  const rows = where.spacesOf(state, who).map((space) => row(state, who, space, open));
  const groups = GROUPS.map((title, kind) => ({title, rows: rows.filter((r) => r.kind === kind)})).filter((g) => g.rows.length);
  patch(host, groups, (g) => g.title, createGroup, (node, g) =>
    patch(node.querySelector('ul'), g.rows, (r) => `${who.key}|${r.space.id}`, createRow, update));
}

function row(state, who, space, open) {
  const messages = state.messages.filter((m) => m.spaceId === space.id);
  const current = space.id === open?.id;
  if (current) unread.see(who, space, messages);
  return {
    space,
    current,
    kind: space.virtual ? 2 : space.type === 'direct' ? 1 : 0,
    title: where.titleOf(state, space, who),
    unread: current ? 0 : unread.count(who, space, messages),
    note: space.botIsMember ? '' : `${state.bot.name} is not in it`,
  };
}

function createGroup(group) {
  return h('section', {class: 'space-group'}, h('h2', {}, group.title), h('ul', {}));
}

function createRow({space, title}) {
  return h('li', {}, h('button', {
    type: 'button',
    class: 'space',
    'data-testid': `space-${title}`,
    'data-space-id': space.id,
    onclick: () => goTo(space.id),
  },
  avatar(title, space.virtual ? 'visit' : space.type === 'direct' ? 'bot' : 'group'),
  h('span', {class: 'space-words'}, h('span', {class: 'space-title'}, title), h('small', {})),
  h('span', {class: 'unread'})));
}

function update(node, {current, note, unread: fresh}) {
  const button = node.firstElementChild;
  const badge = button.querySelector('.unread');
  set(button, 'aria-current', current ? 'true' : null);
  text(button.querySelector('small'), note);
  show(badge, fresh > 0);
  text(badge, String(fresh));
  set(badge, 'aria-label', `${fresh} unread`);
  set(badge, 'role', 'img');
}

function goTo(id) {
  where.open(id);
  document.body.dataset.tab = 'chat';
  document.dispatchEvent(new CustomEvent('sandbox:tab'));
  document.getElementById('compose-text')?.focus({preventScroll: true});
}
