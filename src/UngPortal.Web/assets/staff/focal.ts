/** Lets a press in the picture fill in the two numbers of its focal point. */
export function focalPoint(): void {
  const picture = document.querySelector<HTMLElement>('[data-focal] img');
  const across = document.querySelector<HTMLInputElement>('#FokusX');
  const down = document.querySelector<HTMLInputElement>('#FokusY');
  if (!picture || !across || !down) {
    return;
  }

  picture.addEventListener('click', (press) => {
    const frame = picture.getBoundingClientRect();
    across.value = percent(press.clientX - frame.left, frame.width);
    down.value = percent(press.clientY - frame.top, frame.height);
  });
}

function percent(part: number, whole: number): string {
  return String(Math.min(100, Math.max(0, Math.round((part / whole) * 100))));
}
