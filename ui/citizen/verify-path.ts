// Under which address is a document verified? Beside its pages: nobody who has signed in needs it.

export const verifyPath = (code = ''): string =>
  `/verify${code === '' ? '' : `/${encodeURIComponent(code)}`}`
