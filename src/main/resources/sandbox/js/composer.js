/** A box to write in: Enter sends, Shift+Enter breaks the line, Tab completes the mention, the up arrow brings back what was sent. */

import {h, icon, set, show} from './dom.js';
import {keep, recall} from './memory.js';

const HALF_MENTION = /(^|\s)@(v|vi|vis|visi)?$/i;
const MENTION = /(^|\s)@visit\b/i;
const SENT_KEPT = 50;

/**
 * `label` names the box, `send(text)` resolves to whether it went out, `group()` tells whether only a mention reaches the bot,
 * `draftKey()` is where the unsent text is kept.
 */
export function composer({label, id, testid, sendTestid, send, group, draftKey}) {
  const sent = recall('sent', []);
  let at = sent.length;

  const area = h('textarea', {id, rows: '1', 'aria-label': label, placeholder: label, 'data-testid': testid, autocomplete: 'off', spellcheck: 'false'});
  const button = h('button', {type: 'submit', class: 'send', 'aria-label': 'Send', 'data-testid': sendTestid}, icon('send'));
  const mention = h('button', {type: 'button', class: 'chip', onclick: addMention, 'data-testid': `${testid}-mention`}, '@visit');
  const words = h('span', {});
  const assist = h('p', {class: 'assist'}, words, mention);
  const form = h('form', {class: 'composer'}, h('div', {class: 'composer-box'}, area, button), assist);

  area.addEventListener('input', changed);
  area.addEventListener('keydown', pressed);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    go();
  });
  changed();

  return {form, area, write, load, changed: advise, label: (value) => ['aria-label', 'placeholder'].forEach((n) => set(area, n, value))};

  async function go() {
    const text = area.value.trim();
    if (!text || button.disabled) return;
    button.disabled = true;
    const key = draftKey();
    try {
      if (await send(text)) {
        remember(text);
        keep(key, '');
        if (draftKey() === key && area.value.trim() === text) write('');
      }
    } finally {
      button.disabled = false;
    }
  }

  function remember(text) {
    if (sent.at(-1) !== text) sent.push(text);
    sent.splice(0, sent.length - SENT_KEPT);
    at = sent.length;
    keep('sent', sent);
  }

  function write(text) {
    area.value = text;
    changed();
  }

  function load() {
    write(recall(draftKey(), ''));
  }

  function changed() {
    keep(draftKey(), area.value);
    area.rows = Math.min(6, area.value.split('\n').length);
    advise();
  }

  function advise() {
    const half = group() && HALF_MENTION.test(before());
    const missing = group() && area.value.trim() !== '' && !MENTION.test(area.value);
    show(mention, half || missing || (group() && area.value === ''));
    words.textContent = half ? 'Tab completes'
      : missing ? 'Visit only hears messages that mention it. Add'
      : 'Enter sends, Shift+Enter starts a line, \u2191 brings back what you sent.';
    set(assist, 'data-warn', missing && !half);
  }

  function before() {
    return area.value.slice(0, area.selectionStart ?? area.value.length);
  }

  function addMention() {
    write(HALF_MENTION.test(before())
      ? before().replace(HALF_MENTION, '$1@visit ') + area.value.slice(area.selectionStart)
      : `@visit ${area.value}`);
    area.focus();
  }

  function pressed(event) {
    if (event.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      go();
    } else if (event.key === 'Tab' && !event.shiftKey && group() && HALF_MENTION.test(before())) {
      event.preventDefault();
      addMention();
    } else if (event.key === 'ArrowUp' && (area.value === '' || area.value === sent[at])) {
      bring(event, at - 1);
    } else if (event.key === 'ArrowDown' && at < sent.length && area.value === sent[at]) {
      bring(event, at + 1);
    }
  }

  function bring(event, index) {
    if (index < 0 || index > sent.length) return;
    event.preventDefault();
    at = index;
    write(sent[at] ?? '');
    area.setSelectionRange(area.value.length, area.value.length);
  }
}
