/** The middle column: the head of the open space, its messages, the hint for newcomers and the box to write in. */

import * as api from './api.js';
import {composer} from './composer.js';
import {h, set, show, text} from './dom.js';
import {view} from './messages.js';
import {avatar} from './people.js';
import * as store from './state.js';
import {attempt} from './toasts.js';
import * as where from './where.js';

const EXAMPLE = 'new patient-42';
const views = new Map();
const head = document.getElementById('chat-head');
const body = document.getElementById('chat-body');
let place = null;

const title = h('h2', {id: 'space-title', 'data-testid': 'space-title'});
const members = h('p', {class: 'members'});
const face = h('span', {class: 'face'});
const membership = h('button', {type: 'button', class: 'button small', 'data-testid': 'bot-membership', onclick: changeMembership});
head.append(face, h('div', {class: 'chat-title'}, title, members), membership);

const hintCode = h('code', {});
const hint = h('div', {class: 'hint', 'data-testid': 'hint'},
  h('p', {}, h('strong', {}, 'Start a visit: '), 'type ', hintCode, ' and press Enter.'),
  h('button', {type: 'button', class: 'button primary small', 'data-testid': 'hint-type', onclick: typeExample}, 'Type it for me'));

const write = composer({
  label: 'Write a message',
  id: 'compose-text',
  testid: 'compose',
  sendTestid: 'send',
  send: (words) => attempt(() => api.say(place.who.key, place.space.id, words)),
  group: () => place?.space.type === 'group' && place.space.botIsMember,
  draftKey: () => `draft|${place?.who.key}|${place?.space.id}`,
});
document.getElementById('chat-foot').append(hint, write.form);

export function render(state) {
  const who = where.person(state);
  const space = where.space(state);
  const moved = place?.who.key !== who.key || place?.space.id !== space?.id;
  place = space && {state, who, space};
  show(head, Boolean(space));
  if (!space) return;
  renderHead(state, who, space);
  renderMessages(state, who, space, moved);
  if (moved) write.load();
  write.label(`Write a message to ${where.titleOf(state, space, who)}`);
  write.changed();
  renderHint(state, who, space);
}

function renderHead(state, who, space) {
  const name = where.titleOf(state, space, who);
  if (face.dataset.of !== space.id) {
    face.dataset.of = space.id;
    face.replaceChildren(avatar(name, space.virtual ? 'visit' : space.type === 'direct' ? 'bot' : 'group'));
  }
  text(title, name);
  text(members, space.type === 'direct' ? 'Direct messages: every one reaches Visit, no mention needed' : space.members.join(', '));
  show(membership, space.type === 'group' && !space.virtual);
  text(membership, space.botIsMember ? `Remove ${state.bot.name}` : `Add ${state.bot.name} to this space`);
  set(membership, 'class', space.botIsMember ? 'button small' : 'button small primary');
}

function renderMessages(state, who, space, moved) {
  const key = `${who.key}|${space.id}`;
  if (!views.has(key)) views.set(key, view(who));
  const shown = views.get(key);
  if (moved) body.replaceChildren(shown.box);
  shown.update(state, space);
  if (moved) shown.back();
}

/** Shown until this person has written to the bot in this space. */
function renderHint(state, who, space) {
  const spoken = state.messages.some((m) => m.spaceId === space.id && m.authorKey === who.key);
  show(hint, space.botIsMember && !space.virtual && !spoken);
  text(hintCode, example(space));
}

function example(space) {
  return space.type === 'group' ? `@visit ${EXAMPLE}` : EXAMPLE;
}

function typeExample() {
  write.write(example(place.space));
  write.area.focus();
}

async function changeMembership() {
  const {who, space} = place;
  await attempt(() => (space.botIsMember ? api.removeBot : api.addBot)(who.key, space.id));
  store.read();
}
