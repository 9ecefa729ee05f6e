import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {render, type TemplateResult} from 'lit/html.js';

/** How an element is given something: as a property, and unless that is ruled out as an attribute of the same name. */
export type Given = Readonly<Record<string, {readonly attribute?: false}>>;

const sheets = new Map<string, CSSStyleSheet>();

function sheetOf(text: string): CSSStyleSheet {
  const known = sheets.get(text);
  if (known) return known;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  sheets.set(text, sheet);
  return sheet;
}

// Where there are no elements, as in Node, importing this has to be safe all the same.
const Base =
  (globalThis as {HTMLElement?: typeof HTMLElement}).HTMLElement ?? (class {} as typeof HTMLElement);

/**
 * Base of an element that stands alone and has to be small: properties, attributes of the same names, Lit's templates and
 * controllers, one drawing for all that is set together. It is written as an element on Lit's own base, which weighs a
 * quarter of what such an element may weigh.
 */
export abstract class SmallElement extends Base implements ReactiveControllerHost {
  static readonly properties: Given = {};
  static readonly styles: readonly string[] = [];

  /** @internal Read once, when the element is registered; the properties are there from then on. */
  static get observedAttributes(): string[] {
    for (const name of Object.keys(this.properties)) {
      Object.defineProperty(this.prototype, name, {
        get(this: SmallElement): unknown {
          return this.values.get(name);
        },
        set(this: SmallElement, value: unknown) {
          if (Object.is(value, this.values.get(name))) return;
          this.values.set(name, value);
          this.requestUpdate();
        },
        configurable: true,
        enumerable: true,
      });
    }
    return Object.keys(this.properties).filter((name) => this.properties[name]?.attribute !== false);
  }

  /** Resolves when what was set is drawn. */
  updateComplete: Promise<boolean> = Promise.resolve(true);

  private readonly values = new Map<string, unknown>();
  private readonly controllers = new Set<ReactiveController>();
  /** What was set before the element was registered. */
  private early: Readonly<Record<string, unknown>> = {};
  private root: ShadowRoot | undefined;
  private isDue = false;

  constructor() {
    super();
    const own = Object.keys((this.constructor as typeof SmallElement).properties).filter((name) =>
      Object.hasOwn(this, name),
    );
    this.early = Object.fromEntries(own.map((name) => [name, Reflect.get(this, name)]));
    for (const name of own) Reflect.deleteProperty(this, name);
  }

  /** What stands in the shadow root. */
  protected abstract render(): TemplateResult;

  /** What has to come before anything can be drawn; nothing where it is here. */
  protected abstract missing(): Promise<void> | undefined;

  /** @internal Has the element drawn anew. */
  requestUpdate(): void {
    if (this.isDue || !this.root) return;
    this.isDue = true;
    this.updateComplete = this.update(this.root);
  }

  /** @internal Takes something along that lives as long as the element is on the page. */
  addController(controller: ReactiveController): void {
    this.controllers.add(controller);
  }

  /** @internal */
  removeController(controller: ReactiveController): void {
    this.controllers.delete(controller);
  }

  connectedCallback(): void {
    if (!this.root) {
      this.root = this.shadowRoot ?? this.attachShadow({mode: 'open'});
      this.root.adoptedStyleSheets = (this.constructor as typeof SmallElement).styles.map(sheetOf);
      Object.assign(this, this.early);
    }
    for (const each of this.controllers) each.hostConnected?.();
    this.requestUpdate();
  }

  disconnectedCallback(): void {
    for (const each of this.controllers) each.hostDisconnected?.();
  }

  attributeChangedCallback(name: string, _before: string | null, value: string | null): void {
    Reflect.set(this, name, value);
  }

  private async update(root: ShadowRoot): Promise<boolean> {
    // What is set together is drawn together.
    await Promise.resolve();
    for (let coming = this.missing(); coming; coming = this.missing()) await coming;
    this.isDue = false;
    render(this.render(), root);
    return true;
  }
}
