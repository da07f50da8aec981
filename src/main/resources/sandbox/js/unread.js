/** Counts what others wrote in a space since this person last had it open. */

import {keep, recall} from './memory.js';

const seen = recall('seen', {});

export function see(who, space, messages) {
  const last = messages.reduce((latest, m) => Math.max(latest, Date.parse(m.created)), 0);
  if (last > (seen[`${who.key}|${space.id}`] ?? 0)) {
    seen[`${who.key}|${space.id}`] = last;
    keep('seen', seen);
  }
}

export function count(who, space, messages) {
  const last = seen[`${who.key}|${space.id}`] ?? 0;
  return messages.filter((m) => m.authorKey !== who.key && Date.parse(m.created) > last).length;
}
