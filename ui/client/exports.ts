// Under which address does a whole list come as a file?
import { addressOf } from './asking.ts'

export type ExportedList = 'cases' | 'inbox' | 'clocks' | 'licences'

export const exportAddress = (list: ExportedList) => addressOf(`GET /api/exports/${list}`)
