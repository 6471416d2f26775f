// Asks where the device is, on a click alone, and sends about where: two decimals are a kilometre.
const kilometre = 100;

export function setUpPosition(): void {
  const button = document.querySelector<HTMLButtonElement>('button[data-position]');
  const said = document.querySelector<HTMLElement>('[data-position-status]');
  if (!button || !said || !('geolocation' in navigator)) {
    return;
  }

  button.hidden = false;
  button.addEventListener('click', () => {
    said.textContent = button.dataset['waiting'] ?? '';
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const form = new FormData(button.closest('.page-head')?.querySelector('form') ?? undefined);
        const asked = new URLSearchParams([...form].flatMap(([name, value]) => (typeof value === 'string' && value !== '' && name !== 'sted' ? [[name, value]] : [])));
        asked.set('lat', about(coords.latitude));
        asked.set('lon', about(coords.longitude));
        location.assign(`${button.dataset['position'] ?? ''}?${asked.toString()}`);
      },
      () => {
        said.textContent = button.dataset['failed'] ?? '';
      },
      { maximumAge: 600_000, timeout: 15_000 },
    );
  });
}

function about(degrees: number): string {
  return (Math.round(degrees * kilometre) / kilometre).toFixed(2);
}
