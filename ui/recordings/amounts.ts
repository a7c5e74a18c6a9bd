// How are bytes, shares and lengths of recordings said?
import { fill, type Text } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import { recordingWords as w } from './words.ts'

const kilo = 1024

export const bytesWords = (bytes: number): string => {
  if (bytes < kilo * kilo) return `${Math.max(1, Math.round(bytes / kilo))} KB`
  const mega = bytes / kilo / kilo
  return mega < kilo ? `${mega.toFixed(1)} MB` : `${Number((mega / kilo).toFixed(2))} GB`
}

const lengthOf = (seconds: number): Text => {
  if (seconds < 60) return fill(w.seconds, { n: Math.max(1, Math.round(seconds)) })
  const minutes = Math.round(seconds / 60)
  return minutes < 60
    ? fill(w.minutes, { n: minutes })
    : fill(w.hours, { h: Math.floor(minutes / 60), n: minutes % 60 })
}

export const lengthWords = (seconds: number): string => t(lengthOf(seconds))

/** Whole per cent, and never all of it before it is. */
export const shareOf = (sent: number, size: number): number =>
  sent >= size ? 100 : Math.min(99, Math.floor((sent / size) * 100))
