/** The markdown that Adaptive Cards allow in a TextBlock (bold, italic, links, lists), to safe HTML. */

import {h} from './dom.js';
import {allowed} from './html.js';

const INLINE = /\[([^\]]+)\]\(([^)\s]+)\)|\*\*(.+?)\*\*|__(.+?)__|(?<![\w*])\*(.+?)\*(?![\w*])|(?<!\w)_(.+?)_(?!\w)|`([^`]+)`/;
const ITEM = /^\s*(?:[-*]|(\d+)\.)\s+(.*)$/;

/** Everything passes through text nodes, so what is serialised cannot carry markup of the sender's. */
export function markdown(text) {
  const box = document.createElement('div');
  let list = null;
  for (const line of text.split(/\r?\n/)) {
    const item = ITEM.exec(line);
    if (item) {
      list ??= box.appendChild(document.createElement(item[1] ? 'ol' : 'ul'));
      list.append(h('li', {}, ...inline(item[2])));
    } else {
      list = null;
      if (line.trim()) box.append(h('p', {}, ...inline(line)));
    }
  }
  return box.innerHTML;
}

function inline(text) {
  const match = INLINE.exec(text);
  if (!match) return [text];
  const [whole, label, address, bold, bold2, italic, italic2, code] = match;
  const node = label ? anchor(label, address)
    : (bold ?? bold2) ? h('strong', {}, ...inline(bold ?? bold2))
    : (italic ?? italic2) ? h('em', {}, ...inline(italic ?? italic2))
    : h('code', {}, code);
  return [text.slice(0, match.index), node, ...inline(text.slice(match.index + whole.length))];
}

function anchor(label, address) {
  const href = allowed(address);
  if (!href) return h('span', {}, label);
  const sip = /^sips?:/i.test(href);
  return h('a', sip ? {href, class: 'sip'} : {href, target: '_blank', rel: 'noopener noreferrer'}, ...inline(label));
}
