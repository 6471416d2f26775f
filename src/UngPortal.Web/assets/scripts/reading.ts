// A request of this kind parses the answer itself, so that no text has to be trusted as HTML; null without a good answer.
export function readPage(address: string, body: FormData): Promise<Document | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.responseType = 'document';
    request.open('POST', address);
    request.addEventListener('load', () => resolve(request.status === 200 ? request.responseXML : null));
    request.addEventListener('error', () => resolve(null));
    request.send(body);
  });
}
