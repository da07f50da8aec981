// Keeps the page of a visit up to date: who is there, and whether it has begun.
const visit = document.querySelector('[data-live]');

async function look() {
  try {
    const response = await fetch(visit.dataset.live);
    if (!response.ok) {
      location.reload();
      return;
    }
    show(await response.json());
  } catch {
    // The server is away for a moment: the next look tells.
  }
  setTimeout(look, 1500);
}

function show({ state, people }) {
  const begun = state === 'in-visit';
  visit.classList.toggle('begun', begun);
  if (!visit.classList.contains('host')) {
    const sentence = begun
      ? 'You are in the visit.'
      : 'Waiting for your care team. Please stay on this page.';
    const status = visit.querySelector('.status');
    if (status.textContent !== sentence) {
      status.textContent = sentence;
    }
  }
  visit.querySelector('.people').replaceChildren(...(begun ? people : []).map(tile));
}

function tile(name) {
  const item = document.createElement('li');
  item.textContent = name;
  return item;
}

if (visit) {
  look();
}
