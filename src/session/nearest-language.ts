import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** An element and everything around it, through slots and shadow roots. */
export function* elementsAround(start: Element): Iterable<Element> {
  for (
    let at: Node | null = start;
    at;
    at = (at as Element).assignedSlot ?? at.parentNode ?? (at as ShadowRoot).host ?? null
  ) {
    if (at instanceof Element) yield at;
  }
}

/** The BCP 47 tag as `Intl` takes it, or nothing for text that is no tag. */
export function languageTag(text: string | null | undefined): string | undefined {
  if (!text) return undefined;
  try {
    return Intl.getCanonicalLocales(text.replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}

/** The nearest `lang` around an element, through shadow roots, kept up to date; and whether the host gives a direction. */
export class NearestLanguage implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private observer: MutationObserver | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.host = host;
    host.addController(this);
  }

  /** The nearest `lang`, else the browser's language. */
  get locale(): string {
    for (const each of elementsAround(this.host)) {
      const tag = languageTag(each.getAttribute('lang'));
      if (tag) return tag;
    }
    return languageTag(globalThis.navigator?.language) ?? 'en';
  }

  /** Whether the element or something around it states a direction. An attribute that names none states nothing. */
  get hasDirection(): boolean {
    for (const each of elementsAround(this.host))
      if (/^(?:ltr|rtl|auto)$/i.test(each.getAttribute('dir') ?? '')) return true;
    return false;
  }

  hostConnected(): void {
    const observer = new MutationObserver(() => this.host.requestUpdate());
    this.observer = observer;
    let root: Node = this.host.getRootNode();
    for (;;) {
      observer.observe(root, {attributes: true, attributeFilter: ['lang', 'dir'], subtree: true});
      if (!(root instanceof ShadowRoot)) break;
      root = root.host.getRootNode();
    }
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.observer?.disconnect();
    this.observer = undefined;
  }
}
