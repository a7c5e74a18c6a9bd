// How is a length of technical time said, short enough for a table?
import { durationWords } from '../../domain/language/duration.ts'
import { locale, t } from '../client/words.ts'

/** A length of technical time in words short enough for a table. */
export const showSeconds = (seconds: number) =>
  seconds < 60
    ? `${Math.round(seconds)} ${locale() === 'zh' ? '秒' : 's'}`
    : t(durationWords(Math.round(seconds / 60)))
