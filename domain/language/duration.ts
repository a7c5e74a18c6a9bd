// How is a length of time said that is told to the minute?
import { type Text, text } from './words.ts'

/** 54 分钟, 3小时54分, 1天19小时; "54 min", "3 h 54 min", "1 d 19 h". Whole minutes; of days the minutes are left out. */
export const durationWords = (minutes: number): Text => {
  if (minutes < 60) return text(`${minutes} 分钟`, `${minutes} min`)
  const [days, hours, rest] = [
    Math.floor(minutes / 1440),
    Math.floor((minutes % 1440) / 60),
    minutes % 60,
  ]
  const parts =
    days > 0
      ? [part(days, '天', 'd'), part(hours, '小时', 'h')]
      : [part(hours, '小时', 'h'), part(rest, '分', 'min')]
  const nonZero = parts.filter(({ n }) => n > 0)
  return text(
    nonZero.map(({ n, zh }) => `${n}${zh}`).join(''),
    nonZero.map(({ n, en }) => `${n} ${en}`).join(' '),
  )
}

const part = (n: number, zh: string, en: string) => ({ n, zh, en })
