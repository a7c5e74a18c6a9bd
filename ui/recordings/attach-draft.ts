// Is what was filled in about a recording enough to send it?
import type { RecordingsView } from '../../contract/evidence/recordings.ts'
import { fill, type Text } from '../../domain/language/words.ts'
import { instant } from '../../domain/time/instant.ts'
import { bytesWords } from './amounts.ts'
import { recordingWords as w } from './words.ts'

/** A minute as the clocks of the city show it, in the way of an input of date and time, and back. */
export const minuteOf = (at: number): string =>
  new Date(at + 8 * 3_600_000).toISOString().slice(0, 16)
export const momentOf = (minute: string): string => instant(`${minute}:00+08:00`)

const endingOf = (name: string): string => /\.[^.]*$/.exec(name)?.[0].toLowerCase() ?? ''

export const listed = ({ endings }: Pick<RecordingsView, 'endings'>): string[] => [
  ...new Set([...endings.video, ...endings.audio]),
]

export type Draft = { file: File | null; device: string; from: string; to: string; about: string }
export const empty: Draft = { file: null, device: '', from: '', to: '', about: '' }

/** Why this is none that could be sent. */
export const faultOfFile = (view: RecordingsView, file: File): Text | null => {
  const endings = listed(view)
  if (!endings.includes(endingOf(file.name)))
    return fill(w.wrongKind, { endings: endings.join(' ') })
  return file.size > view.most
    ? fill(w.tooLarge, { size: bytesWords(file.size), most: bytesWords(view.most) })
    : null
}

export const faultOf = (view: RecordingsView, { file, device, from, to }: Draft): Text | null => {
  if (!file) return w.fileWanted
  const fault = faultOfFile(view, file)
  if (fault) return fault
  if (device.trim() === '') return w.deviceWanted
  return from === '' || to === '' || to < from ? w.timesWanted : null
}

/** An ending that either may have is a film, unless the browser knows better. */
export const kindOf = (view: RecordingsView, file: File): 'video' | 'audio' =>
  file.type.startsWith('audio/') || !view.endings.video.includes(endingOf(file.name))
    ? 'audio'
    : 'video'

const patienceMs = 5_000

/** Seconds as the browser reads them from its head; null: it cannot, or not soon. */
export const lengthOfFile = (file: File): Promise<number | null> =>
  new Promise((resolve) => {
    const url = URL.createObjectURL(file)
    const player = document.createElement('video')
    const end = (seconds: number) => {
      URL.revokeObjectURL(url)
      resolve(Number.isFinite(seconds) ? seconds : null)
    }
    player.preload = 'metadata'
    player.onloadedmetadata = () => end(player.duration)
    player.onerror = () => end(Number.NaN)
    setTimeout(() => end(Number.NaN), patienceMs)
    player.src = url
  })

const deviceKey = 'recording-device'

/** What was written there the last time on this device: mostly the same camera, or this telephone. */
export const lastDevice = (): string => localStorage.getItem(deviceKey) ?? ''
export const keepDevice = (name: string): void => localStorage.setItem(deviceKey, name)
