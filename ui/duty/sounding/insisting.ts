// What sounds again until somebody has answered it?
import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import type { AlarmLevel, AlarmRow } from '../../../domain/duty/views.ts'
import { ring } from './sound.ts'

/** Level 4 is only noted. */
const againMs: Record<AlarmLevel, number | null> = { 1: 10_000, 2: 30_000, 3: 60_000, 4: null }

const nameOf = ({ id, level }: AlarmRow): string => `${id} ${level}`

/**
 * Rings at intervals, by the gravest that waits for this reader. Whoever silences it silences what waits now and as grave as it is now: what comes,
 * or becomes graver, sounds.
 */
export const useInsisting = (waiting: Accessor<AlarmRow[]>) => {
  const [silenced, setSilenced] = createSignal<ReadonlySet<string>>(new Set())
  const answerable = createMemo(() => waiting().filter((one) => one.noAcknowledging === null))
  const sounding = createMemo<AlarmLevel | null>(() => {
    const levels = answerable()
      .filter((one) => !silenced().has(nameOf(one)))
      .map(({ level }) => level)
      .filter((level) => againMs[level] !== null)
    return levels.length === 0 ? null : (Math.min(...levels) as AlarmLevel)
  })
  createEffect(
    on(sounding, (level) => {
      const every = level === null ? null : againMs[level]
      if (level === null || every === null) return
      const timer = window.setInterval(() => ring(level), every)
      onCleanup(() => window.clearInterval(timer))
    }),
  )
  // What has been answered, and rings anew, sounds.
  createEffect(
    on(answerable, (rows) => {
      const names = new Set(rows.map(nameOf))
      setSilenced((before) => new Set([...before].filter((name) => names.has(name))))
    }),
  )
  return { sounding, silence: () => setSilenced(new Set(answerable().map(nameOf))) }
}

export type Insisting = ReturnType<typeof useInsisting>
