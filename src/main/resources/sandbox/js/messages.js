/** The messages of the open space, in threads. Each person and space has its own view, kept so that nothing typed in it is lost. */

import * as api from './api.js';
import {draw} from './cards.js';
import {composer} from './composer.js';
import {dial} from './devices.js';
import {h, icon, patch, set, show, text} from './dom.js';
import {fromHtml, fromText} from './html.js';
import {avatar} from './people.js';
import {attempt} from './toasts.js';
import {clock, exact} from './words.js';

/** A view shows a space by `update(state, space)`; `back()` restores its scroll position. */
export function view(who) {
  const threads = h('div', {class: 'threads'});
  const empty = welcome();
  const box = h('div', {class: 'messages', role: 'log', 'aria-label': 'Messages', tabindex: '0', 'data-testid': 'messages'}, empty, threads);
  let now = {};
  let known = null;
  let stuck = true;
  let top = 0;
  box.addEventListener('scroll', () => {
    stuck = atEnd();
    top = box.scrollTop;
  });
  new ResizeObserver(() => stuck && toEnd()).observe(box);

  return {box, update, back};

  function update(state, space) {
    now = {state, space, who};
    const mine = state.messages.filter((m) => m.spaceId === space.id);
    const end = atEnd();
    show(empty, mine.length === 0 && space.botIsMember);
    patch(threads, threaded(mine), (t) => t.id, createThread, updateThread);
    follow(mine, end);
  }

  function follow(mine, end) {
    const fresh = known ? mine.filter((m) => !known.has(m.id)) : [];
    const first = known === null;
    known = new Set(mine.map((m) => m.id));
    if (first || fresh.some((m) => m.authorKey === who.key && !m.parentId)) {
      toEnd();
    } else if (fresh.length) {
      reveal(fresh.at(-1), end);
    }
  }

  /** A new answer is brought into sight when the reader stands at the end, or has no box of their own in use. */
  function reveal(message, end) {
    const node = box.querySelector(`[data-id="${CSS.escape(message.id)}"]`);
    if (!end || !node) return;
    if (node.offsetHeight > box.clientHeight) {
      node.scrollIntoView({block: 'start'});
    } else if (threads.lastElementChild.contains(node)) {
      toEnd();
    } else if (!threads.contains(document.activeElement)) {
      node.scrollIntoView({block: 'nearest'});
    }
  }

  /** Comes back to where the reader was, after the view was out of the page. */
  function back() {
    if (stuck) toEnd();
    else box.scrollTop = top;
  }

  function atEnd() {
    return box.scrollHeight - box.scrollTop - box.clientHeight < 120;
  }

  function toEnd() {
    box.scrollTop = box.scrollHeight;
  }

  function createThread(thread) {
    const replies = h('div', {class: 'replies'});
    const write = composer({
      label: 'Reply to the thread',
      testid: 'thread-reply',
      sendTestid: 'thread-send',
      send: (words) => attempt(() => api.say(who.key, now.space.id, words, thread.id)),
      group: () => now.space.type === 'group' && now.space.botIsMember,
      draftKey: () => `draft|${who.key}|${thread.id}`,
    });
    const reply = h('button', {type: 'button', class: 'reply', 'data-testid': 'reply', 'aria-expanded': 'false', onclick: () => unfold(true)}, icon('reply'), 'Reply to thread');
    const foot = h('div', {class: 'thread-foot'}, reply, write.form);
    const node = h('section', {class: 'thread', 'data-testid': 'thread', 'data-thread': thread.id}, h('div', {class: 'root'}), replies, foot);
    write.load();
    unfold(write.area.value !== '');
    write.form.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') unfold(false);
    });
    return node;

    function unfold(open) {
      const before = document.activeElement;
      show(write.form, open);
      show(reply, !open);
      set(reply, 'aria-expanded', String(open));
      if (open && before === reply) write.area.focus();
      if (!open && write.form.contains(before)) reply.focus();
      if (open) write.form.scrollIntoView({block: 'nearest'});
    }
  }

  function updateThread(node, thread) {
    const [root, replies] = node.children;
    patch(root, thread.root ? [thread.root] : [], (m) => m.id, create, fill);
    patch(replies, thread.replies, (m) => m.id, create, fill);
    set(node, 'aria-label', `Thread of ${thread.root?.authorName ?? 'a deleted message'}`);
    set(root, 'data-gone', !thread.root);
  }

  function create(message) {
    const kind = message.isBot ? 'bot' : message.authorKey ?? 'group';
    const author = now.state.people.find((p) => p.key === message.authorKey);
    return h('article', {class: 'message', 'data-testid': 'message', 'data-id': message.id, 'data-author': message.isBot ? 'bot' : message.authorKey ?? 'guest'},
      avatar(message.authorName, kind),
      h('div', {class: 'message-words'},
        h('header', {},
          h('strong', {}, message.authorName),
          message.isBot && h('span', {class: 'tag'}, 'bot'),
          author?.external && h('span', {class: 'tag tag-warn'}, 'external'),
          h('time', {datetime: message.created, title: exact(message.created)}, clock(message.created)),
          h('span', {class: 'edited', 'data-testid': 'edited', hidden: true}, 'edited')),
        h('div', {class: 'message-body', 'data-testid': 'message-body'})));
  }

  function fill(node, message) {
    const looks = JSON.stringify([message.html, message.text, message.card, message.files]);
    if (node.looks !== looks) {
      node.looks = looks;
      node.querySelector('.message-body').replaceChildren(...body(message));
    }
    const edited = node.querySelector('.edited');
    show(edited, Boolean(message.edits));
    text(edited, message.edits > 1 ? `edited ${message.edits} times` : 'edited');
    if (message.updated) set(edited, 'title', exact(message.updated));
  }

  function body(message) {
    if (!message.card) return [words(message), ...message.files.map(file)];
    const card = draw(message.card, {
      submit: (inputs) => attempt(() => api.submit(who.key, message.id, inputs)),
      dial,
    });
    const fallback = h('details', {class: 'fallback'}, h('summary', {}, 'Seen where cards are not drawn'), words(message));
    return message.text || message.html ? [card, fallback] : [card];
  }

  function file({name, href}) {
    return h('a', {href, class: 'file', download: name, 'data-testid': 'file'}, icon('in'), name);
  }

  function words(message) {
    return h('div', {class: message.html ? 'rich' : 'plain'}, message.html ? fromHtml(message.html) : fromText(message.text ?? ''));
  }
}

function welcome() {
  const step = (sign, title, words) => h('li', {}, icon(sign), h('div', {}, h('strong', {}, title), h('p', {}, words)));
  return h('div', {class: 'welcome', 'data-testid': 'welcome'},
    h('p', {class: 'welcome-title'}, 'A video visit, started from a chat'),
    h('ol', {},
      step('chat', 'Ask for a visit here', 'The bot answers with a short card: fill it in and press its button.'),
      step('room', 'Ring the room device', 'Tap the SIP address, and the chosen device joins.'),
      step('phone', 'Read the text message', 'The patient\u2019s phone gets the link. It opens as the patient sees it.'),
      step('wrench', 'Make trouble', 'Let a service fail, and watch every call.')));
}

/** Roots in order, each with its replies; replies whose root was deleted keep their place under a gap. */
function threaded(messages) {
  const threads = new Map();
  for (const message of messages) {
    const id = message.parentId ?? message.id;
    if (!threads.has(id)) threads.set(id, {id, root: null, replies: []});
    if (message.parentId) threads.get(id).replies.push(message);
    else threads.get(id).root = message;
  }
  return [...threads.values()];
}
