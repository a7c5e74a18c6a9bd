// Which two languages does every word of the product stand in?

/** One meaning in Chinese (first) and English. */
export type Text = { zh: string; en: string }

/** Builds a bilingual text; `{name}` placeholders are filled by `fill`. */
export const text = (zh: string, en: string): Text => ({ zh, en })

/** Fills `{name}` placeholders in both languages; an unknown placeholder stays visible. */
export const fill = (template: Text, values: Record<string, string | number>): Text => {
  const one = (words: string) =>
    words.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
  return { zh: one(template.zh), en: one(template.en) }
}
