/** A build that is ready to take over; nothing changes before it is told to. */
export interface Update {
  /** Takes it: every tab that shows this page loads it again. */
  take(): void;
}

/**
 * Has the browser keep the page's files, so that it opens without a network, and tells when another build is ready.
 * Where there are no service workers (no https, a private window) nothing happens.
 */
export async function keepOffline(onUpdate: (update: Update) => void): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  try {
    const registration = await navigator.serviceWorker.register(new URL("sw.js", document.baseURI), { scope: "./" });
    const offer = (): void => {
      const { waiting } = registration;
      if (waiting === null || navigator.serviceWorker.controller === null) return;
      onUpdate({
        take: () => {
          navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
          waiting.postMessage("takeOver");
        },
      });
    };
    offer();
    registration.addEventListener("updatefound", () => {
      registration.installing?.addEventListener("statechange", offer);
    });
  } catch {
    // The page works without: it is only not kept.
    return;
  }
}
