// Tells that somebody went on to a service: nothing of who, nor by which link. Whoever asks not to be followed isn't counted either.
export function setUpOnward(): void {
  const wish = navigator as Navigator & { globalPrivacyControl?: boolean };
  if (wish.globalPrivacyControl || wish.doNotTrack === '1') {
    return;
  }

  document.addEventListener('click', (event) => {
    const place = event.target instanceof Element && event.target.closest('a[href]')?.closest<HTMLElement>('[data-onward]');
    if (place && place.dataset['onward']) {
      navigator.sendBeacon(`/tjenester/${place.dataset['onward']}/videre`);
    }
  });
}
