// When and where was a photograph taken, and on whose word?

import type { Instant } from '../time/instant.ts'
import type { FileView } from '../views/answers/fact-views.ts'

/** `exif`: the camera wrote the time into the picture; `device`: the clock of the device that sent it. Both may be wrong. */
export const timeSources = ['exif', 'device'] as const

export type Taken = {
  at: Instant | null
  source: (typeof timeSources)[number] | null
  lat: number | null
  lon: number | null
  accuracy: number | null
}

/** A file as the API shows it: with the hash of its bytes, and with time and place if it is a photograph that has them. */
export type PhotoView = FileView & { sha256: string; taken: Taken | null }

export const unknownTaken: Taken = { at: null, source: null, lat: null, lon: null, accuracy: null }

/** Time and place of a file, or null when nothing is known of either. */
export const takenOf = (file: FileView): Taken | null => {
  const { taken } = file as Partial<PhotoView>
  return taken && (taken.at !== null || taken.lat !== null) ? taken : null
}
