// Starts Scalar without anything of it that calls home; the page's policy would stop that too.
declare const Scalar: { createApiReference(place: Element, settings: object): void };

const place = document.getElementById('reference');
if (place) {
  const { origin } = new URL(document.baseURI);
  Scalar.createApiReference(place, {
    url: origin + (place.dataset['description'] ?? ''),
    servers: [{ url: origin }],
    agent: { disabled: true },
    mcp: { disabled: true },
    documentDownloadType: 'none',
    hideClientButton: true,
    persistAuth: false,
    showDeveloperTools: 'never',
    telemetry: false,
    withDefaultFonts: false,
  });
}
