// How do new alarms reach those who do not see the list, or have a sheet before it?
import { createSignal } from 'solid-js'
import type { AlarmLevel, AlarmRow } from '../../domain/duty/views.ts'
import { fill } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import { ring } from './sounding/sound.ts'
import { levelShort, dutyWords as w } from './words/words.ts'

/** Interrupts for level 1 only; everything else waits until the reader pauses. */
export const useAnnouncer = () => {
  const [polite, setPolite] = createSignal('')
  const [urgent, setUrgent] = createSignal('')
  const onFresh = (fresh: AlarmRow[], first: boolean) => {
    if (fresh.length === 0) return
    const gravest = Math.min(...fresh.map(({ level }) => level)) as AlarmLevel
    ring(gravest)
    if (first) return
    const worst = fresh.find(({ level }) => level === gravest)
    const one = t(fill(w.announceNew, { level: t(levelShort[gravest]), name: worst?.name ?? '' }))
    const words =
      fresh.length === 1 ? one : `${one} ${t(fill(w.announceMany, { n: fresh.length }))}`
    if (gravest === 1) setUrgent(words)
    else setPolite(words)
  }
  const hush = () => {
    setPolite('')
    setUrgent('')
  }
  return { onFresh, announce: setPolite, polite, urgent, hush }
}

export type Announcer = ReturnType<typeof useAnnouncer>

/** `seen`: also for the eye, where the list is covered. Both stand there before they have words: else nothing reads them out. */
export const Announced = (props: { announcer: Announcer; seen?: true }) => {
  const look = (words: string, seen: string) =>
    props.seen && words !== '' ? seen : 'visually-hidden'
  return (
    <>
      <p class={look(props.announcer.polite(), 'notice')} role="status" aria-live="polite">
        {props.announcer.polite()}
      </p>
      <p class={look(props.announcer.urgent(), 'notice warn')} role="alert" aria-live="assertive">
        {props.announcer.urgent()}
      </p>
    </>
  )
}
