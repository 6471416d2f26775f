export interface Answer {
  status: number;
  /** The page as the browser read it, whatever its status. */
  page: Document | null;
  /** Whether the answer came from another address: who is signed out is sent to the sign-in. */
  isElsewhere: boolean;
}

// What a page asks by itself does not count as somebody being there.
export const inBackground = { 'Ung-Background': '1' };

const patience_ms = 20_000;

// A request of this kind parses the answer itself, so that no text has to be trusted as HTML. Without a body it reads by itself.
export function readAnswer(address: string, body?: FormData): Promise<Answer> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const end = () => resolve({ status: request.status, page: request.status > 0 ? request.responseXML : null, isElsewhere: request.status > 0 && request.responseURL !== new URL(address, location.href).href });
    request.responseType = 'document';
    request.open(body ? 'POST' : 'GET', address);
    if (!body) {
      Object.entries(inBackground).forEach(([name, value]) => request.setRequestHeader(name, value));
    }

    request.addEventListener('load', end);
    request.timeout = patience_ms;
    request.addEventListener('error', end);
    request.addEventListener('timeout', end);
    request.send(body);
  });
}

// The page that a form leads to; null without a good answer.
export async function readPage(address: string, body: FormData): Promise<Document | null> {
  const { status, page } = await readAnswer(address, body);
  return status === 200 ? page : null;
}
