/** The room devices: they ring, are answered, declined, hung up, and dial what is tapped. */

import * as api from './api.js';
import {h, icon, patch, set, show, text} from './dom.js';
import {keep, recall} from './memory.js';
import {attempt, note} from './toasts.js';
import {elapsed} from './words.js';

const host = document.getElementById('devices');
const form = document.getElementById('dialer');
const news = document.getElementById('device-news');
const choice = h('select', {'data-testid': 'device-select', onchange: () => keep('device', choice.value)});
const address = h('input', {type: 'text', 'aria-label': 'SIP address to dial', placeholder: 'SIP address', 'data-testid': 'dial-address', autocomplete: 'off', spellcheck: 'false'});
let states = new Map();

form.append(
  h('label', {title: 'The device that a tapped SIP link dials from'}, 'From ', choice), address, h('button', {type: 'submit', class: 'button small', 'data-testid': 'dial'}, 'Dial'));
form.addEventListener('submit', (event) => {
  event.preventDefault();
  if (address.value.trim()) dial(address.value.trim());
});

// The renderer gives card links a handler of its own, so SIP links are caught on the way down.
document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[href^="sip"]');
  if (!link) return;
  event.preventDefault();
  event.stopPropagation();
  dial(link.getAttribute('href'));
}, true);

setInterval(tick, 1000);

/** The chosen room device calls this SIP address. */
export function dial(uri) {
  const name = choice.selectedOptions[0]?.textContent ?? 'The device';
  return attempt(() => api.device(choice.value, 'dial', {uri}), `${name} dials ${bare(uri)}`);
}

export function render(state) {
  patch(choice, state.devices, (d) => d.key, (d) => h('option', {value: d.key}, d.name));
  if (!choice.dataset.set && state.devices.length) {
    choice.dataset.set = 'yes';
    choice.value = recall('device', state.devices[0].key);
  }
  patch(host, state.devices, (d) => d.key, create, update);
  announce(state.devices);
}

function create(device) {
  const act = (verb, style, sign, label) => h('button', {
    type: 'button',
    class: `call ${style}`,
    'data-testid': `device-${device.key}-${verb}`,
    'aria-label': `${label}, ${device.name}`,
    onclick: () => attempt(() => api.device(device.key, verb)),
  }, icon(sign), label);
  return h('article', {class: 'device', 'data-testid': `device-${device.key}`, 'aria-label': device.name},
    h('div', {class: 'screen'},
      h('div', {class: 'screen-head'}, h('strong', {}, device.name), h('span', {class: 'device-sip'}, device.sip)),
      h('p', {class: 'device-state', 'data-testid': `device-${device.key}-state`}),
      h('p', {class: 'device-with', 'data-testid': `device-${device.key}-with`}),
      h('div', {class: 'calls'},
        act('answer', 'call-yes', 'answer', 'Answer'), act('decline', 'call-no', 'hangup', 'Decline'), act('hangup', 'call-no', 'hangup', 'Hang up'))));
}

function update(node, device) {
  set(node, 'data-state', device.state);
  set(node, 'data-since', device.since);
  const [answer, decline, hangup] = node.querySelectorAll('.call');
  show(answer, device.state === 'ringing');
  show(decline, device.state === 'ringing');
  show(hangup, device.state === 'connected');
  text(node.querySelector('.device-with'), device.state === 'idle' ? '' : bare(device.with ?? ''));
  label(node, device.state);
}

function ring(device) {
  if (host.offsetParent === null) note(`${device.name} is ringing`);
  else if (!host.parentElement.parentElement.contains(document.activeElement)) host.scrollIntoView({block: 'nearest'});
}

function bare(uri) {
  return uri.replace(/^sips?:/i, '');
}

function label(node, state) {
  const words = {idle: 'Ready', ringing: 'Incoming call', connected: `In the call ${elapsed(node.dataset.since ?? new Date().toISOString())}`};
  text(node.querySelector('.device-state'), words[state] ?? state);
}

function tick() {
  host.querySelectorAll('[data-state="connected"]').forEach((node) => label(node, 'connected'));
}

/** Says what changed, once: the running clock of a call is no news. */
function announce(devices) {
  const words = {ringing: (d) => `${d.name} is ringing: ${d.with ?? 'a call'}.`, connected: (d) => `${d.name} is in the call.`, idle: (d) => `${d.name} is free.`};
  for (const device of devices) {
    const before = states.get(device.key);
    if (before !== undefined && before !== device.state) text(news, words[device.state]?.(device) ?? '');
    if (before !== undefined && before !== 'ringing' && device.state === 'ringing') ring(device);
  }
  states = new Map(devices.map((d) => [d.key, d.state]));
  const ringing = devices.find((d) => d.state === 'ringing');
  document.title = ringing ? `${ringing.name} is ringing \u2013 Visit sandbox` : 'Visit sandbox';
}
