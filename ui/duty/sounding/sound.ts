// How does the desk sound, and who has silenced it?
import { createSignal } from 'solid-js'
import type { AlarmLevel } from '../../../domain/duty/views.ts'

/** `blocked`: the browser lets nothing sound before a person has pressed something on this page. */
export type SoundState = 'blocked' | 'on' | 'muted'

const stored = (): boolean => {
  try {
    return localStorage.getItem('duty-muted') === '1'
  } catch {
    return false
  }
}

const [muted, setMuted] = createSignal(stored())
const [ready, setReady] = createSignal(false)
let context: AudioContext | undefined

export const soundState = (): SoundState => (muted() ? 'muted' : ready() ? 'on' : 'blocked')

const remember = (on: boolean) => {
  setMuted(on)
  try {
    localStorage.setItem('duty-muted', on ? '1' : '0')
  } catch {}
}

/** By a press of a person only. */
export const wake = async (): Promise<void> => {
  context ??= listenTo(new AudioContext())
  if (context.state === 'suspended') await context.resume().catch(() => undefined)
  setReady(context.state === 'running')
}

/** A loudspeaker that goes away, or a machine that slept, stops the sound: said until somebody presses again. */
const listenTo = (made: AudioContext): AudioContext => {
  made.onstatechange = () => setReady(made.state === 'running')
  return made
}

/** What the button and `m` do: the first press lets it sound, later ones silence it and let it sound again. */
export const toggleSound = async (): Promise<void> => {
  const was = soundState()
  await wake()
  remember(was === 'on')
  if (was !== 'on') ring(4)
}

/** Higher and more often the graver: each level is told apart by the number of its notes. */
const tunes: Record<AlarmLevel, { notes: number; hertz: number }> = {
  1: { notes: 6, hertz: 1_046 },
  2: { notes: 4, hertz: 880 },
  3: { notes: 2, hertz: 659 },
  4: { notes: 1, hertz: 523 },
}

/** Rings once for a level; the test reads on the page what has level. */
export const ring = (level: AlarmLevel): void => {
  if (soundState() !== 'on' || !context) return
  const { notes, hertz } = tunes[level]
  for (let n = 0; n < notes; n += 1) note(context, context.currentTime + n * 0.22, hertz)
  document.documentElement.dataset.rang = `${level}/${notes}`
}

const note = (audio: AudioContext, at: number, hertz: number): void => {
  const [voice, volume] = [audio.createOscillator(), audio.createGain()]
  voice.frequency.value = hertz
  volume.gain.setValueAtTime(0.0001, at)
  volume.gain.exponentialRampToValueAtTime(0.25, at + 0.02)
  volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.18)
  voice.connect(volume).connect(audio.destination)
  voice.onended = () => {
    voice.disconnect()
    volume.disconnect()
  }
  voice.start(at)
  voice.stop(at + 0.2)
}
