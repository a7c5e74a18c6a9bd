// How are several words said in one line?
import type { Text } from '../../domain/language/words.ts'

/** Fills each language with the words of that language. */
export const filled = (template: Text, values: Record<string, Text>): Text => {
  const inLanguage = (language: 'zh' | 'en') =>
    template[language].replace(
      /\{(\w+)\}/g,
      (whole, name: string) => values[name]?.[language] ?? whole,
    )
  return { zh: inLanguage('zh'), en: inLanguage('en') }
}

export const listed = (texts: Text[]): Text => ({
  zh: texts.map(({ zh }) => zh).join('、'),
  en: texts.map(({ en }) => en).join(', '),
})
