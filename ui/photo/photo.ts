// How does a photograph become small enough to send, and what is remembered of its time and place?
import type { TakenInput } from '../../domain/evidence/photo-input.ts'
import { largestUpload } from '../../domain/evidence/upload.ts'
import { takenByCamera } from './exif.ts'

const longestSide = 2560
const quality = 0.86

export type Place = { lat: number; lon: number; accuracy: number }
export type Prepared = { bytes: Blob; name: string; taken: TakenInput }

/** `camera`: taken just now, so that the clock of the device may speak where the picture does not. */
export const prepare = async (
  file: File,
  camera: boolean,
  place: Place | null,
): Promise<Prepared> => {
  const at = takenByCamera(await file.slice(0, 256 * 1024).arrayBuffer())
  const time = at
    ? ({ at, source: 'exif' } as const)
    : camera
      ? ({ at: new Date().toISOString(), source: 'device' } as const)
      : {}
  const small = file.type.startsWith('image/') ? await shrunk(file).catch(() => null) : null
  return {
    // A copy: a picked file may change or vanish under the page before it is sent.
    bytes:
      small ??
      (file.size > largestUpload
        ? file
        : new Blob([await file.arrayBuffer()], { type: file.type })),
    name: small ? `${file.name.replace(/\.\w+$/, '')}.jpg` : file.name,
    taken: { ...time, ...place },
  }
}

const load = async (file: Blob): Promise<HTMLImageElement> => {
  const image = new Image()
  image.src = URL.createObjectURL(file)
  try {
    await image.decode()
    return image
  } finally {
    URL.revokeObjectURL(image.src)
  }
}

/** Null when it is small enough as it is. The browser turns the picture the way the camera was held. */
const shrunk = async (file: Blob): Promise<Blob | null> => {
  const image = await load(file)
  const scale = longestSide / Math.max(image.naturalWidth, image.naturalHeight)
  if (scale >= 1) return null
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(image.naturalWidth * scale)
  canvas.height = Math.round(image.naturalHeight * scale)
  const brush = canvas.getContext('2d')
  if (!brush) return null
  brush.fillStyle = '#fff'
  brush.fillRect(0, 0, canvas.width, canvas.height)
  brush.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
}

/** Where the device stands, as far as it says so in eight seconds; null when the person or the device refuses. */
export const placeNow = (): Promise<Place | null> =>
  new Promise((resolve) => {
    if (!('geolocation' in navigator)) return resolve(null)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        resolve({
          lat: coords.latitude,
          lon: coords.longitude,
          accuracy: Math.round(coords.accuracy),
        }),
      () => resolve(null),
      { enableHighAccuracy: true, timeout: 8_000, maximumAge: 60_000 },
    )
  })

/** SHA-256 of the bytes, where the browser may reckon it (secure contexts). */
export const hashOf = async (bytes: Blob): Promise<string | null> => {
  if (!globalThis.crypto?.subtle) return null
  const digest = await crypto.subtle.digest('SHA-256', await bytes.arrayBuffer())
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
