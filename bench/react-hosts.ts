import {createRoot} from 'react-dom/client';
import type {ReactNode} from 'react';

/**
 * The name under which React draws an element of ours: one that puts what it is given into a shadow root, with the same
 * style sheets, and does nothing else. So React draws the very same DOM, which looks the same.
 */
export function hostNamed({localName, shadowRoot}: Element): string {
  if (!shadowRoot) return `x-${localName}`;
  const name = `react-${localName}`;
  if (customElements.get(name)) return name;
  const sheets = [...shadowRoot.adoptedStyleSheets];
  class Host extends HTMLElement {
    private readonly inside = this.attachShadow({mode: 'open'});

    constructor() {
      super();
      this.inside.adoptedStyleSheets = sheets;
    }

    override appendChild<T extends Node>(node: T): T {
      return this.inside.appendChild(node);
    }

    override insertBefore<T extends Node>(node: T, before: Node | null): T {
      return this.inside.insertBefore(node, before);
    }

    override removeChild<T extends Node>(node: T): T {
      return this.inside.removeChild(node);
    }
  }
  customElements.define(name, Host);
  return name;
}

/** A place for React to draw in. */
export function reactPlace() {
  const place = document.createElement('div');
  const root = createRoot(place);
  return {place, render: (drawing: ReactNode) => root.render(drawing), end: () => root.unmount()};
}
