/** Puts the page together: every part draws itself from the same state, whenever it changes. */

import * as chat from './chat.js';
import * as devices from './devices.js';
import {text} from './dom.js';
import * as drawer from './drawer.js';
import * as people from './people.js';
import * as phones from './phones.js';
import * as spaces from './spaces.js';
import * as state from './state.js';
import * as tabs from './tabs.js';

const connection = document.getElementById('connection');

for (const part of [people, spaces, chat, devices, phones, drawer, tabs]) {
  state.onChange(part.render);
}
state.follow((live) => {
  text(connection, live ? 'Live' : 'Reconnecting\u2026');
  connection.dataset.live = live;
});
