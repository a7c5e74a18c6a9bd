// Which words does the record of a case use?
import type { Text } from '../../domain/language/words.ts'

export const timelineWords = {
  recordedLater: { zh: '登记于 {time}', en: 'recorded {time}' },
  permalink: { zh: '本条链接', en: 'Link to this record' },
  fingerprint: { zh: '指纹', en: 'Fingerprint' },
  kindEvent: { zh: '办理', en: 'Acts' },
  kindDesk: { zh: '流转', en: 'Desk' },
  kindClock: { zh: '时限', en: 'Clock' },
  kindNotice: { zh: '通知', en: 'Notices' },
  kindCorrection: { zh: '更正', en: 'Corrections' },
  audienceInternal: { zh: '内部', en: 'Internal' },
  audienceParty: { zh: '企业可见', en: 'Visible to the enterprise' },
  audiencePublic: { zh: '公开', en: 'Public' },
} satisfies Record<string, Text>
