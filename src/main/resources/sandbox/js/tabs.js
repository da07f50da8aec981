/** On a narrow screen one part of the page is shown at a time; these are the buttons that choose it. */

import {h, icon, set} from './dom.js';

const TABS = [['spaces', 'Spaces', 'space'], ['chat', 'Chat', 'chat'], ['room', 'Room', 'room'], ['drawer', 'Behind', 'wrench']];
const buttons = TABS.map(([name, label, sign]) => h('button', {
  type: 'button',
  'data-tab': name,
  'data-testid': `tab-${name}`,
  onclick: () => {
    document.body.dataset.tab = name;
    mark();
  },
}, icon(sign), h('span', {}, label)));

document.getElementById('tabs').append(...buttons);
document.addEventListener('sandbox:tab', mark);
mark();

/** The room's tab shows that a device rings. */
export function render(state) {
  set(buttons[2], 'data-alert', state.devices.some((d) => d.state === 'ringing'));
}

function mark() {
  buttons.forEach((button) => set(button, 'aria-current', button.dataset.tab === document.body.dataset.tab ? 'true' : null));
}
