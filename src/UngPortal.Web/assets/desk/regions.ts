// Puts the marked regions of a freshly read page in the place of the old ones, and leaves alone what somebody is using.
const token = 'input[name=__RequestVerificationToken]';
const beginning = '[autofocus]';
const counts = ['red', 'all'] as const;
const known = new Map<string, number>();

export type More = (typeof counts)[number];

/** Whether every region could be replaced, and of what there is more than before. */
export function replaceRegions(page: Document): { isWhole: boolean; more: More | undefined } {
  let isWhole = true;
  let more: More | undefined;
  document.querySelectorAll<HTMLElement>('[data-live][id]').forEach((old) => {
    const fresh = page.getElementById(old.id);
    if (!fresh) {
      return;
    }

    // Where the focus begins is for a page that somebody opens: nobody's is taken while they read.
    fresh.querySelectorAll(beginning).forEach((field) => field.removeAttribute('autofocus'));
    more ??= counts.find((name) => isMore(old, fresh, name));
    counts.forEach((name) => known.set(`${old.id} ${name}`, Number(fresh.dataset[name])));
    if (written(old) === written(fresh)) {
      return;
    }

    if (isUsed(old)) {
      isWhole = false;
      return;
    }

    old.replaceWith(document.importNode(fresh, true));
  });
  return { isWhole, more };
}

function isMore(old: HTMLElement, fresh: HTMLElement, name: More): boolean {
  return Number(fresh.dataset[name]) > (known.get(`${old.id} ${name}`) ?? Number(old.dataset[name]));
}

// A form's token is another each time and means the same; where the focus begins means nothing here.
function written(region: HTMLElement): string {
  const copy = region.cloneNode(true) as HTMLElement;
  copy.querySelectorAll(token).forEach((field) => field.remove());
  copy.querySelectorAll(beginning).forEach((field) => field.removeAttribute('autofocus'));
  return copy.outerHTML;
}

function isUsed(region: HTMLElement): boolean {
  const fields = [...region.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>('input, textarea, select')];
  return region.contains(document.activeElement) || fields.some(isChanged);
}

function isChanged(field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement): boolean {
  return field instanceof HTMLSelectElement
    ? [...field.options].some((option) => option.selected !== option.defaultSelected && field.selectedIndex > 0)
    : field.value !== field.defaultValue || (field instanceof HTMLInputElement && field.checked !== field.defaultChecked);
}
