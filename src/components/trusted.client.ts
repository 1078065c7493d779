import { isHarmlessMarkup, isOwnScript } from './trusted.ts';

interface PolicyRules {
  createHTML: (markup: string) => string;
  createScriptURL: (address: string) => string;
}

const { trustedTypes } = window as unknown as { trustedTypes?: { createPolicy: (name: string, rules: PolicyRules) => unknown; defaultPolicy: unknown } };

/**
 * The one Trusted Types policy, which the content security policy demands of browsers that know it: markup and addresses
 * of scripts pass only when they are such as this site writes itself. Nothing may ever become script text, so there is no
 * rule for it. Imported before everything else.
 */
if (trustedTypes && !trustedTypes.defaultPolicy)
  trustedTypes.createPolicy('default', {
    createHTML: (markup) => {
      if (!isHarmlessMarkup(markup)) throw new TypeError('markup refused');
      return markup;
    },
    createScriptURL: (address) => {
      if (!isOwnScript(address, location.href)) throw new TypeError('script address refused');
      return address;
    },
  });
