// How is it said that a field is empty?
import type { Text } from '../../domain/language/words.ts'
import { accessWords as w } from './words.ts'

export const missing = (name: Text): Text => ({
  zh: w.missing.zh.replace('{name}', name.zh),
  en: w.missing.en.replace('{name}', name.en),
})
