// How does a file reach the server while the form is still being filled?

import type { FileView } from '../../domain/case/views.ts'
import type { Text } from '../../domain/case/words.ts'
import { api, asRefusal } from '../client.ts'

export type Upload = {
  key: string
  file: File
  name: string
  status: 'uploading' | 'stored' | 'failed'
  stored: FileView | null
  why: Text | null
}

let counter = 0

export const newUpload = (file: File): Upload => ({
  key: `u${++counter}`,
  file,
  name: file.name,
  status: 'uploading',
  stored: null,
  why: null,
})

/** The upload as it ends: stored with its id, or failed with the reason. */
export const send = async (upload: Upload): Promise<Upload> => {
  try {
    const stored = await api.upload(upload.file)
    return { ...upload, status: 'stored', stored, why: null }
  } catch (error) {
    const refusal = asRefusal(error)
    return { ...upload, status: 'failed', why: refusal.reasons[0] ?? refusal.title }
  }
}
