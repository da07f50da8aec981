/** What the server knows, kept current: one /state per change that /events announces, with reconnect. */

import * as api from './api.js';

const RETRY_MS = 1500;
const CALLS_KEPT = 500;
const EMPTY = {devices: [], phones: [], faults: [], webhooks: []};
const listeners = new Set();
let reading = false;
let again = false;
let calls = [];

export let current = null;

export function onChange(listener) {
  listeners.add(listener);
  if (current) tell(listener);
}

/** Tells every listener, after a choice of the reader's own (another person, another space). */
export function refresh() {
  if (current) listeners.forEach(tell);
}

/** Reads the state now; calls made meanwhile are served by one more read. */
export async function read() {
  if (reading) {
    again = true;
    return;
  }
  reading = true;
  try {
    current = await latest();
    refresh();
  } finally {
    reading = false;
  }
  if (again) {
    again = false;
    await read();
  }
}

/** Only new calls are fetched, and the last known one again: when that is gone, the log was cleared. */
async function latest() {
  const last = calls.at(-1)?.n ?? 0;
  const state = await api.state(Math.max(0, last - 1));
  const known = state.calls[0]?.n === last ? calls.slice(0, -1) : [];
  calls = [...known, ...state.calls].slice(-CALLS_KEPT);
  return {...EMPTY, ...state, calls};
}

export function follow(onLink) {
  readOr(onLink);
  listen(onLink);
}

function listen(onLink) {
  const events = new EventSource('/sandbox/api/events');
  events.addEventListener('open', () => {
    calls = [];
    readOr(onLink);
  });
  events.addEventListener('change', () => readOr(onLink));
  events.addEventListener('error', () => {
    onLink(false);
    if (events.readyState === EventSource.CLOSED) setTimeout(() => listen(onLink), RETRY_MS);
  });
}

async function readOr(onLink) {
  try {
    await read();
    onLink(true);
  } catch {
    onLink(false);
  }
}

/** One part that fails must not take the others with it, nor pass for a lost connection. */
function tell(listener) {
  try {
    listener(current);
  } catch (error) {
    reportError(error);
  }
}
