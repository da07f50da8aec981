/** Renders a message's html from an allow-list of elements: unknown ones give way to their text, dangerous ones vanish. */

import {h} from './dom.js';

const KEPT = new Set(['P', 'BR', 'B', 'STRONG', 'I', 'EM', 'DEL', 'S', 'CODE', 'PRE', 'BLOCKQUOTE', 'UL', 'OL', 'LI', 'H1', 'H2', 'H3', 'H4', 'HR']);
const DROPPED = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'IFRAME', 'OBJECT', 'EMBED', 'SVG', 'MATH', 'NOSCRIPT', 'TITLE', 'TEXTAREA', 'SELECT']);
const RENAMED = {H1: 'strong', H2: 'strong', H3: 'strong', H4: 'strong'};
const ADDRESS = /\b(?:https?:\/\/|sip:)[^\s<>"]+[^\s<>".,;:!?)]/gi;

export function fromHtml(html) {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const out = document.createDocumentFragment();
  out.append(...cleaned(parsed.body, false));
  return out;
}

/** Plain text with its line breaks; addresses become links. */
export function fromText(text) {
  const out = document.createDocumentFragment();
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    out.append(text.slice(from, match.index), link(match[0], [match[0]]));
    from = match.index + match[0].length;
  }
  out.append(text.slice(from));
  return out;
}

/** An address that may stand in a link: web or sip, else null. */
export function allowed(address) {
  const known = /^(https?:\/\/|sips?:)/i.test(address ?? '');
  return known && !/[\s\u0000-\u001f]/.test(address) ? address : null;
}

function cleaned(parent, inLink) {
  return [...parent.childNodes].flatMap((node) => clean(node, inLink));
}

function clean(node, inLink) {
  if (node.nodeType === Node.TEXT_NODE) return inLink || node.parentNode.closest?.('a') ? [node.data] : [fromText(node.data)];
  if (node.nodeType !== Node.ELEMENT_NODE || DROPPED.has(node.nodeName.toUpperCase())) return [];
  if (node.nodeName === 'SPARK-MENTION') return [h('span', {class: 'mention'}, node.textContent)];
  if (node.nodeName === 'A') return [link(node.getAttribute('href'), cleaned(node, true))];
  const children = cleaned(node, inLink);
  return KEPT.has(node.nodeName) ? [h(RENAMED[node.nodeName] ?? node.nodeName.toLowerCase(), {}, ...children)] : children;
}

function link(address, children) {
  const href = allowed(address);
  if (!href) return h('span', {}, ...children);
  return /^sips?:/i.test(href)
    ? h('a', {href, class: 'sip', title: 'Dial from the chosen room device'}, ...children)
    : h('a', {href, target: '_blank', rel: 'noopener noreferrer'}, ...children);
}
