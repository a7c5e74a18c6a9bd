// How old is something by the server's real time, second by second, and how is a length of time said?
import { createSignal, onCleanup } from 'solid-js'
import { durationWords } from '../../domain/language/duration.ts'
import { locale, t } from '../client/words.ts'

/** A length of technical time in words short enough for a table. */
export const showSeconds = (seconds: number) =>
  seconds < 60
    ? `${Math.round(seconds)} ${locale() === 'zh' ? '秒' : 's'}`
    : t(durationWords(Math.round(seconds / 60)))

/** Seconds count only here and at incidents; alarms go by real time, also where the law's clock stands elsewhere. */
export const createSeconds = () => {
  const [tick, setTick] = createSignal(Date.now())
  const [ahead, setAhead] = createSignal(0)
  const timer = setInterval(() => setTick(Date.now()), 1_000)
  onCleanup(() => clearInterval(timer))
  return {
    learn: (now: string) => setAhead(Date.parse(now) - Date.now()),
    now: () => tick() + ahead(),
    since: (at: string) => Math.max(0, (tick() + ahead() - Date.parse(at)) / 1_000),
    until: (at: string) => (Date.parse(at) - tick() - ahead()) / 1_000,
  }
}

export type Seconds = ReturnType<typeof createSeconds>

/** mm:ss, or h:mm:ss. */
export const countdown = (seconds: number): string => {
  const left = Math.max(0, Math.round(seconds))
  const [h, m, s] = [Math.floor(left / 3600), Math.floor(left / 60) % 60, left % 60]
  const two = (n: number) => String(n).padStart(2, '0')
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${two(m)}:${two(s)}`
}
