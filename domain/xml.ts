// What is a small XML document made of, and how is it written?

/** White space between elements stays among the children, so that what was read can be written as it was. */
export type Element = {
  name: string
  attributes: Record<string, string>
  children: (Element | string)[]
}

/** Control characters, halves of pairs and two that are none; those of C1 XML has, but nobody means them. */
export const NO_CHARACTER = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/u

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
}

/** Text as it may stand in a document; characters that XML does not have are left out. */
export const escapeXml = (text: string): string =>
  charactersOf(text).replaceAll(/[&<>"\r]/g, (one) => escapes[one] ?? one)

/** A text without what XML does not have: one such sign, and nobody opens the file in which it stands. */
export const charactersOf = (text: string): string =>
  text.replaceAll(new RegExp(NO_CHARACTER, 'gu'), '')

export const writeXml = ({ name, attributes, children }: Element): string => {
  const attributeText = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escapeXml(value)}"`,
  )
  const inner = children.map((child) =>
    typeof child === 'string' ? written(child) : writeXml(child),
  )
  return inner.join('') === ''
    ? `<${name}${attributeText.join('')}/>`
    : `<${name}${attributeText.join('')}>${inner.join('')}</${name}>`
}

const written = (text: string): string =>
  /^[ \t\r\n]*$/.test(charactersOf(text))
    ? charactersOf(text)
    : escapeXml(text).replaceAll('&quot;', '"')

export const childrenOf = ({ children }: Element): Element[] =>
  children.filter((one) => typeof one !== 'string')

/** The text of an element itself. */
export const textOf = ({ children }: Element): string =>
  children.filter((one) => typeof one === 'string').join('')

/** The text of the first child of that name, without white space around it. */
export const textIn = (parent: Element, name: string): string | undefined => {
  const child = childrenOf(parent).find((one) => one.name === name)
  return child && textOf(child).trim()
}
