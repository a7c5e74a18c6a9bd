// What is done beside the course of a case and decides nothing in it?
import { isRecordingVerb } from '../model/recordings/recordings.ts'
import { isSightVerb } from './verbs.ts'

/** Looking at what is confidential, adding a recording: of the whole case, whatever task is named, and never out of date. */
export const isBeside = (type: string): boolean => isSightVerb(type) || isRecordingVerb(type)
