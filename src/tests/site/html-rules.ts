import type { ConfigData } from 'html-validate';

/** What html-validate holds every page to: all it recommends, save what is named here with its reason. */
export const htmlRules: ConfigData = {
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    'no-missing-references': 'error',
    // Names of sources begin with their host, some with a number; HTML has allowed that since its fifth edition.
    'valid-id': ['error', { relaxed: true }],
    // The answers of a question with several right ones share a name, as radio buttons do. Nothing is sent.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit', 'reset'] }],
    // A box that scrolls sideways needs a name and a role for the keyboard, and is no section of the text: outline, Word
    // files and style sheets take <section> for one.
    'prefer-native-element': ['error', { exclude: ['region'] }],
    // The settings of the handout take effect as they are made; there is nothing to send.
    'wcag/h32': 'off',
  },
};
