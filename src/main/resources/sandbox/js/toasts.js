/** Short notes at the edge of the page; errors stay longer and are announced at once. */

import {h} from './dom.js';

const host = document.getElementById('toasts');

export function note(sentence) {
  add(sentence, 'toast', 4000);
}

export function fail(error) {
  add(error.message, 'toast toast-bad', 9000, 'alert');
}

/** Runs a call; what goes wrong is told, and `done` is the note when it went well. */
export async function attempt(call, done) {
  try {
    await call();
    if (done) note(done);
    return true;
  } catch (error) {
    fail(error);
    return false;
  }
}

function add(sentence, style, ms, role) {
  const toast = h('p', {class: style, role, 'data-testid': 'toast'}, sentence);
  host.append(toast);
  if (host.childElementCount > 3) host.firstElementChild.remove();
  setTimeout(() => toast.remove(), ms);
}
