/** Small things kept for this tab only: drafts, what was sent before, what has been seen. */

export function recall(key, fallback) {
  try {
    return JSON.parse(sessionStorage.getItem(`sandbox.${key}`)) ?? fallback;
  } catch {
    return fallback;
  }
}

export function keep(key, value) {
  try {
    sessionStorage.setItem(`sandbox.${key}`, JSON.stringify(value));
  } catch {
    // A full or forbidden storage costs comfort only.
  }
}
