/** Draws Adaptive Cards with the official renderer and carries out their actions. */

import {h} from './dom.js';
import {allowed} from './html.js';
import {markdown} from './markdown.js';
import {hostConfig} from './cardlook.js';

const AC = globalThis.AdaptiveCards;

AC.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown(text);
  result.didProcess = true;
};
AC.GlobalSettings.setTabIndexAtCardRoot = false;

/** `act.submit(inputs)` resolves to whether it was taken; `act.dial(uri)` rings a room device. */
export function draw(json, act) {
  const card = new AC.AdaptiveCard();
  card.hostConfig = new AC.HostConfig(hostConfig);
  card.parse(json);
  const state = h('p', {class: 'card-state', role: 'status'});
  card.onExecuteAction = (action) => run(action, act, box, state);
  const box = h('div', {class: 'card', 'data-testid': 'card', role: 'group', 'aria-label': 'Card'}, card.render(), state);
  return box;
}

async function run(action, act, box, state) {
  const type = action.getJsonTypeName();
  if (type === 'Action.OpenUrl') open(action.url, act);
  if (type === 'Action.Submit') await submit(inputsOf(action.data), act, box, state);
}

async function submit(inputs, act, box, state) {
  if (box.getAttribute('aria-busy') === 'true') return;
  box.setAttribute('aria-busy', 'true');
  state.textContent = 'Sending\u2026';
  const taken = await act.submit(inputs);
  box.removeAttribute('aria-busy');
  state.textContent = taken ? 'Sent.' : 'Not sent. Your entries are still here.';
}

/** Webex hands every input on as a string. */
function inputsOf(data) {
  return Object.fromEntries(Object.entries(data ?? {}).map(([name, value]) =>
    [name, typeof value === 'string' ? value : typeof value === 'object' ? JSON.stringify(value) : String(value)]));
}

function open(url, act) {
  const address = allowed(url);
  if (!address) return;
  if (/^sips?:/i.test(address)) {
    act.dial(address);
  } else {
    window.open(address, '_blank', 'noopener,noreferrer');
  }
}
