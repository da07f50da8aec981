/** Buttons for trouble: what goes wrong in real life, on demand. */

import * as api from './api.js';
import {h, patch, set, text} from './dom.js';
import {latestFirst} from './phones.js';
import {attempt} from './toasts.js';
import {SERVICES} from './words.js';

const service = select('trouble-service', 'Service', Object.entries(SERVICES));
const times = select('trouble-times', 'How often', [['1', 'next call'], ['3', 'next 3 calls'], ['', 'until cleared']]);
times.value = '3';
const stop = button('patient-stop', 'Patient replies STOP', 'From the phone that was texted last', () => api.phone(lastPhone, 'reply', {body: 'STOP'}));
const hooks = h('ul', {class: 'hooks', 'data-testid': 'webhooks'});
let lastPhone = null;

const chosen = () => ({service: service.value, times: times.value ? Number(times.value) : null});
const status = (code, retryAfter) => () => api.fault({...chosen(), kind: 'status', status: code, retryAfter});

export const panel = h('div', {class: 'trouble'},
  group('A service misbehaves',
    h('div', {class: 'trouble-choice'}, h('label', {}, 'Which ', service), h('label', {}, 'For the ', times)),
    button('429-retry-after', '429 with Retry-After', 'Too many requests, come back in 3 seconds', status(429, 3)),
    button('429', '429 without', 'Too many requests, and no word on when', status(429, null)),
    button('500', '500', 'Internal error', status(500, null)),
    button('slow', 'Slow', 'Each answer takes 6 seconds', () => api.fault({...chosen(), kind: 'slow', ms: 6000})),
    button('accept-then-fail', 'Done, then cut off', 'The request is carried out, but the answer never arrives', () => api.fault({...chosen(), kind: 'accept-then-fail'})),
    button('accept-then-hang', 'Done, then silence', 'The request is carried out, and its caller waits in vain', () => api.fault({...chosen(), kind: 'accept-then-hang'}))),
  group('Instant Connect and the patient',
    button('ic-down', 'Instant Connect down', 'No answer at all, until cleared', () => api.fault({service: 'instantconnect', kind: 'down', times: null})),
    button('undelivered-landline', 'Undelivered: landline', 'The next text message goes to a landline', () => api.fault({service: 'twilio', kind: 'undelivered', errorCode: 30006, times: 1})),
    stop),
  group('Webhooks',
    button('webhook-twice', 'Same webhook twice', 'The last event is delivered again', () => api.webhooks('repeat'), 'The last event was delivered again.'),
    button('webhook-off', 'Switch webhooks off', 'As Webex does after 100 failures', () => api.webhooks('off'), 'The webhooks are switched off.'),
    hooks),
  group('Back to normal',
    button('clear', 'Clear trouble', 'Takes every fault away', api.clearFaults, 'No trouble any more.'),
    button('reset', 'Reset the sandbox', 'Messages, phones and calls start afresh', api.reset, 'The sandbox starts afresh.')));

export function render(state) {
  lastPhone = latestFirst(state.phones)[0]?.number ?? null;
  set(stop, 'disabled', lastPhone === null);
  patch(hooks, state.webhooks, (w) => w.id, (w) => h('li', {}, h('span', {}, w.name), h('span', {class: 'hook-state'})), (node, w) => {
    text(node.querySelector('.hook-state'), w.status === 'active' ? 'on' : 'off');
    set(node, 'data-status', w.status);
  });
}

function button(name, label, hint, call, done) {
  return h('button', {type: 'button', class: 'trouble-button', 'data-testid': `trouble-${name}`, onclick: () => attempt(call, done)},
    h('strong', {}, label), h('small', {}, hint));
}

function group(title, ...content) {
  return h('section', {class: 'trouble-group'}, h('h3', {}, title), ...content);
}

function select(testid, label, options) {
  return h('select', {'aria-label': label, 'data-testid': testid}, ...options.map(([value, words]) => h('option', {value}, words)));
}
