/** Who the reader is and which space is open: kept in the address, so that a reload comes back to the same place. */

import {refresh} from './state.js';

const start = new URLSearchParams(location.hash.slice(1));
let personKey = start.get('as');
let spaceId = start.get('space');

export function person(state) {
  return state.people.find((p) => p.key === personKey) ?? state.people[0];
}

/** The spaces a person is in: groups first, then one-to-one, then those of visits. */
export function spacesOf(state, who) {
  const mine = state.spaces.filter((s) => s.memberKeys.includes(who.key));
  return [...mine].sort((a, b) => rank(a) - rank(b));
}

export function space(state) {
  const mine = spacesOf(state, person(state));
  return mine.find((s) => s.id === spaceId) ?? mine.find((s) => s.botIsMember) ?? mine[0] ?? null;
}

export function become(key) {
  personKey = key;
  remember();
}

export function open(id) {
  spaceId = id;
  remember();
}

export function titleOf(state, space, who) {
  if (space.type !== 'direct') return space.title;
  const other = space.memberKeys.find((key) => key !== who.key);
  return space.botIsMember ? state.bot.name : state.people.find((p) => p.key === other)?.name ?? space.title;
}

function rank(space) {
  return space.virtual ? 2 : space.type === 'direct' ? 1 : 0;
}

function remember() {
  const hash = new URLSearchParams();
  if (personKey) hash.set('as', personKey);
  if (spaceId) hash.set('space', spaceId);
  history.replaceState(null, '', `#${hash}`);
  refresh();
}
