// How much of a file has arrived, what has it become, and how large may it be?
import type { PhotoView } from './photo.ts'

/** Bytes of a file that comes in pieces: 50 MB. */
export const mostInPieces = 50 * 1024 * 1024

/** `offset`: bytes safely stored, the place to go on from; `file` once it is whole, checked and kept. */
export type UploadView = { id: string; name: string; size: number; offset: number; file: PhotoView | null }
