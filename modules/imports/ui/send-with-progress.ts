// Sends a form as the browser would, and says how much of it has gone.
// The answer is a page: where it led, or what it complains of.
export function sendWithProgress(
  action: string,
  data: FormData,
  onSent: (part: number) => void,
): Promise<{ to: string | null; problem: string | null }> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onSent(event.loaded / event.total);
    });
    request.addEventListener('load', () => {
      const led = new URL(request.responseURL, window.location.href);
      const away = request.status < 400 && led.pathname !== window.location.pathname;
      resolve({ to: away ? led.pathname + led.search : null, problem: away ? null : complaintIn(request.responseText) });
    });
    request.addEventListener('error', () => resolve({ to: null, problem: null }));
    request.open('POST', action);
    request.setRequestHeader('Accept', 'text/html');
    request.send(data);
  });
}

function complaintIn(html: string): string | null {
  const page = new DOMParser().parseFromString(html, 'text/html');
  return page.querySelector('[role="alert"]')?.textContent?.trim() || null;
}
