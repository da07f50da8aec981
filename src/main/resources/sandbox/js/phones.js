/** The patients' phones: what was texted to them, how its delivery went, and their answers. */

import * as api from './api.js';
import {h, icon, patch, set, show, text} from './dom.js';
import {attempt} from './toasts.js';
import {clock, reason} from './words.js';

const host = document.getElementById('phones');
const EMPTY = {number: '', messages: [], empty: true};

export function render(state) {
  const phones = state.phones.length ? latestFirst(state.phones) : [EMPTY];
  patch(host, phones, (p) => p.number, create, update);
}

/** The phone with the newest message comes first. */
export function latestFirst(phones) {
  const newest = (phone) => phone.messages.at(-1)?.created ?? '';
  return [...phones].sort((a, b) => newest(b).localeCompare(newest(a)));
}

function create(phone) {
  return phone.empty ? blank() : real(phone);
}

function blank() {
  return h('div', {class: 'phone phone-blank'}, h('div', {class: 'phone-screen'},
    h('p', {}, 'No text message yet.'), h('p', {class: 'muted'}, 'Give a mobile number on the card, and the message to the patient arrives here.')));
}

function real(phone) {
  const answer = h('input', {type: 'text', 'aria-label': `Answer from ${phone.number}`, placeholder: 'Text message', 'data-testid': `phone-${phone.number}-reply`, autocomplete: 'off'});
  const form = h('form', {class: 'phone-reply'}, answer,
    h('button', {type: 'submit', class: 'send', 'aria-label': 'Send the answer', 'data-testid': `phone-${phone.number}-send`}, icon('send')));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (answer.value.trim() && await reply(phone.number, answer.value.trim())) answer.value = '';
  });
  const landline = h('input', {type: 'checkbox', 'data-testid': `phone-${phone.number}-landline`, onchange: () => attempt(() => api.phone(phone.number, 'landline', {on: landline.checked}))});
  return h('article', {class: 'phone', 'data-testid': `phone-${phone.number}`, 'aria-label': `Phone ${phone.number}`},
    h('div', {class: 'phone-screen'},
      h('header', {class: 'phone-head'}, h('strong', {}, phone.number), h('span', {class: 'phone-note'})),
      h('div', {class: 'bubbles', role: 'log', 'aria-label': 'Text messages', tabindex: '0'}),
      form,
      h('div', {class: 'phone-foot'},
        h('button', {type: 'button', class: 'button small', 'data-testid': `phone-${phone.number}-stop`, onclick: () => reply(phone.number, 'STOP')}, 'Reply STOP'),
        h('label', {}, landline, ' is a landline'))));
}

function reply(number, body) {
  return attempt(() => api.phone(number, 'reply', {body}));
}

function update(node, phone) {
  if (phone.empty) return;
  const bubbles = node.querySelector('.bubbles');
  const count = bubbles.childElementCount;
  patch(bubbles, phone.messages, (m) => m.sid, bubble, status);
  if (bubbles.childElementCount > count) bubbles.scrollTop = bubbles.scrollHeight;
  const note = node.querySelector('.phone-note');
  text(note, phone.optedOut ? 'said STOP' : '');
  show(note, phone.optedOut);
  set(node.querySelector('input[type=checkbox]'), 'checked', phone.landline);
}

function bubble(message) {
  const incoming = message.direction.startsWith('outbound') || message.direction === 'out';
  return h('div', {class: `bubble ${incoming ? 'bubble-in' : 'bubble-out'}`, 'data-testid': 'phone-message'},
    h('p', {class: 'bubble-words'}, ...linked(message.body, message.links ?? [])),
    h('p', {class: 'bubble-state', 'data-testid': 'phone-message-status'}));
}

function status(node, message) {
  set(node, 'data-status', message.status);
  const failed = ['undelivered', 'failed'].includes(message.status);
  const words = failed ? `Not delivered: ${reason(message.errorCode)} (${message.errorCode})` : capital(message.status);
  text(node.querySelector('.bubble-state'), `${clock(message.created)} \u00b7 ${words}`);
  set(node.querySelector('.bubble-state'), 'data-failed', failed);
}

function linked(body, links) {
  const parts = [];
  let rest = body;
  for (const url of links.filter((u) => /^https?:\/\//i.test(u))) {
    const at = rest.indexOf(url);
    if (at < 0) continue;
    parts.push(rest.slice(0, at), h('a', {href: url, target: '_blank', rel: 'noopener noreferrer', 'data-testid': 'phone-link'}, url));
    rest = rest.slice(at + url.length);
  }
  return [...parts, rest];
}

function capital(word) {
  return word ? word[0].toUpperCase() + word.slice(1) : '';
}
