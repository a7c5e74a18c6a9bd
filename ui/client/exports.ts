// Under which address does a whole list come as a file?
import { addressOfRoute } from './asking.ts'

export type ExportedList = 'cases' | 'inbox' | 'clocks' | 'licences'

export const exportAddress = (list: ExportedList) => addressOfRoute(`GET /api/exports/${list}`)
