/** The drawer at the bottom: trouble and the log of calls, with the faults in force always in sight. */

import {h, icon, set, show, text} from './dom.js';
import * as faults from './faults.js';
import * as log from './log.js';
import {keep, recall} from './memory.js';
import {refresh} from './state.js';
import * as trouble from './trouble.js';

const PANELS = {trouble: trouble.panel, log: log.panel};
const TITLES = {trouble: 'Trouble', log: 'Calls'};
const bar = document.getElementById('drawer-bar');
const body = document.getElementById('drawer-body');
const counts = {trouble: h('span', {class: 'count'}), log: h('span', {class: 'count'})};
const buttons = Object.fromEntries(Object.keys(PANELS).map((name) => [name, tab(name)]));
const chips = faults.chips();
const fold = h('button', {type: 'button', class: 'fold', 'data-testid': 'drawer-fold', onclick: () => open(chosen === '' ? 'trouble' : '')});
let chosen = recall('drawer', '');

bar.append(h('div', {class: 'drawer-tabs'}, ...Object.values(buttons)), chips, fold);
body.append(...Object.values(PANELS));
open(chosen);

export function render(state) {
  trouble.render(state);
  log.render(state);
  faults.render(chips, state);
  text(counts.log, String(state.calls.length));
  text(counts.trouble, String(state.faults.length));
  show(counts.trouble, state.faults.length > 0);
}

function tab(name) {
  return h('button', {type: 'button', class: 'drawer-tab', 'data-testid': `drawer-${name}`, 'aria-controls': 'drawer-body', onclick: () => open(chosen === name ? '' : name)},
    TITLES[name], counts[name]);
}

/** Opens one of the panels; an empty name folds the drawer. */
function open(name) {
  chosen = name in PANELS ? name : '';
  keep('drawer', chosen);
  document.body.dataset.drawer = chosen || 'folded';
  for (const [key, panel] of Object.entries(PANELS)) {
    show(panel, key === (chosen || 'trouble'));
    set(buttons[key], 'aria-expanded', String(key === chosen));
  }
  fold.replaceChildren(icon(chosen ? 'down' : 'up'));
  set(fold, 'aria-label', chosen ? 'Fold the drawer' : 'Open the drawer');
  refresh();
}
