import type { Plugin } from "vite";

const original = "_AttributeHolder(Function)";

/**
 * argparse makes each of its actions a function from a text, which the page's Content-Security-Policy forbids. They become functions all the same
 * when the class that they extend hands out a closure.
 */
export function argparseWithoutEval(): Plugin {
  return {
    name: "stillroom:argparse-without-eval",
    transform: {
      filter: { id: /\/argparse\/lib\/argparse\.js$/ },
      handler(code) {
        if (!code.includes(original)) this.error(`argparse no longer contains ${original}`);
        return { code: `${code.replace(original, "_AttributeHolder(Callable)")}\n${callable}`, map: null };
      },
    },
  };
}

const callable = `function Callable() {
  const self = (...args) => self.call(...args);
  return Object.setPrototypeOf(self, new.target.prototype);
}
`;
