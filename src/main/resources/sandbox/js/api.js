/** The sandbox's own API. Every call resolves to the parsed body, or rejects with a sentence that can be shown. */

const BASE = '/sandbox/api';

export const state = (callsSince) => call('GET', `/state?callsSince=${callsSince}`);
export const say = (as, spaceId, text, parentId = null) => call('POST', '/messages', {as, spaceId, text, parentId});
export const submit = (as, messageId, inputs) => call('POST', '/actions', {as, messageId, inputs});
export const addBot = (as, spaceId) => call('POST', '/memberships', {as, spaceId});
export const removeBot = (as, spaceId) => call('DELETE', '/memberships', {as, spaceId});
export const device = (key, verb, body) => call('POST', `/devices/${encodeURIComponent(key)}/${verb}`, body);
export const phone = (number, verb, body) => call('POST', `/phones/${encodeURIComponent(number)}/${verb}`, body);
export const fault = (body) => call('POST', '/faults', body);
export const clearFault = (id) => call('DELETE', `/faults/${encodeURIComponent(id)}`);
export const clearFaults = () => call('DELETE', '/faults');
export const webhooks = (verb) => call('POST', `/webhooks/${verb}`);
export const reset = () => call('POST', '/reset');

async function call(method, path, body) {
  const init = {method, headers: {Accept: 'application/json'}};
  if (body !== undefined) {
    init.headers['Content-Type'] = 'application/json';
    init.body = JSON.stringify(body);
  }
  const response = await reach(BASE + path, init);
  const answer = parsed(await response.text());
  if (!response.ok) throw new Error(answer?.message ?? `The sandbox answered ${response.status}.`);
  return answer;
}

async function reach(url, init) {
  try {
    return await fetch(url, init);
  } catch {
    throw new Error('The sandbox does not answer. Is it still running?');
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
