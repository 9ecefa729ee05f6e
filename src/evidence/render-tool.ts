import {html, nothing, type TemplateResult} from 'lit';
import {icon, type IconName} from '../ui/icons.js';

/** A button that shows only a sign. */
export interface Tool {
  readonly sign: IconName;
  readonly name: string;
  readonly press: () => void;
  /** It can do no more. It keeps the focus, and says so instead of going away. */
  readonly isSpent?: boolean;
  /** Whether it is pressed in, where it stays so. */
  readonly isOn?: boolean;
}

export const renderTool = ({sign, name, press, isSpent = false, isOn}: Tool): TemplateResult =>
  html`<button
    type="button"
    class="button only"
    aria-label=${name}
    title=${name}
    aria-disabled=${isSpent ? 'true' : nothing}
    aria-pressed=${isOn === undefined ? nothing : isOn ? 'true' : 'false'}
    @click=${() => {
      if (!isSpent) press();
    }}
  >
    ${icon(sign)}
  </button>`;
