import {setCustomElementsManifest, type Decorator, type Preview} from '@storybook/web-components-vite';
import {setStorybookHelpersConfig} from '@wc-toolkit/storybook-helpers';
import manifest from '../custom-elements.json';
import './page.css';

setCustomElementsManifest(manifest);
setStorybookHelpersConfig({typeRef: 'parsedType'});

/** Sets the page around a story as a host would: its colour scheme, language and direction. */
const asHost: Decorator = (story, {globals}) => {
  const page = document.documentElement;
  page.dataset['theme'] = String(globals['theme']);
  page.lang = String(globals['locale']);
  page.dir = String(globals['direction']) === 'auto' ? directionOf(page.lang) : String(globals['direction']);
  return story();
};

function directionOf(language: string): 'ltr' | 'rtl' {
  return /^(ar|fa|he|ur)\b/.test(language) ? 'rtl' : 'ltr';
}

const preview: Preview = {
  decorators: [asHost],
  globalTypes: {
    theme: {
      description: 'Colour scheme of the page',
      toolbar: {
        icon: 'mirror',
        items: [
          {value: 'auto', title: 'As the system'},
          {value: 'light', title: 'Light'},
          {value: 'dark', title: 'Dark'},
        ],
        dynamicTitle: true,
      },
    },
    locale: {
      description: 'Language of the page',
      toolbar: {
        icon: 'globe',
        items: [
          {value: 'en', title: 'English'},
          {value: 'ar', title: 'العربية'},
        ],
        dynamicTitle: true,
      },
    },
    direction: {
      description: 'Direction of the page',
      toolbar: {
        icon: 'transfer',
        items: [
          {value: 'auto', title: 'As the language'},
          {value: 'ltr', title: 'Left to right'},
          {value: 'rtl', title: 'Right to left'},
        ],
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: {theme: 'auto', locale: 'en', direction: 'auto'},
  tags: ['autodocs'],
  parameters: {
    a11y: {test: 'error'},
    controls: {expanded: true, sort: 'requiredFirst'},
    layout: 'fullscreen',
    options: {storySort: {order: ['Introduction', 'Elements', 'Sections']}},
  },
};

export default preview;
