/** Times, initials and the names of services, as a reader expects them. */

const CLOCK = new Intl.DateTimeFormat(undefined, {hour: '2-digit', minute: '2-digit'});
const EXACT = new Intl.DateTimeFormat(undefined, {hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false});

export const clock = (iso) => CLOCK.format(new Date(iso));
export const exact = (iso) => EXACT.format(new Date(iso));

export function elapsed(iso, now = Date.now()) {
  const seconds = Math.max(0, Math.floor((now - Date.parse(iso)) / 1000));
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
}

export function initials(name) {
  const words = name.replace(/^(Dr\.|Nurse)\s+/, '').split(/\s+/);
  return words.slice(0, 2).map((word) => word[0] ?? '').join('').toUpperCase();
}

export const SERVICES = {webex: 'Webex', instantconnect: 'Instant Connect', twilio: 'Twilio'};

const FAILURES = {
  21610: 'the patient said STOP',
  30003: 'the phone cannot be reached',
  30005: 'unknown number',
  30006: 'a landline',
  30007: 'filtered by the carrier',
};

export const reason = (code) => FAILURES[code] ?? 'no reason given';
