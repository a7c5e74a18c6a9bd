// What is a warning that leaves this system, and what may it claim to be?

import type { categories } from '../duty/cap-categories.ts'
import type { AlarmLevel as Level } from '../duty/views.ts'
import type { Area } from './area.ts'
import type { certainties, responses, urgencies } from './cap-shape.ts'

/**
 * What instruments sensed may be Actual, or marked as less by whoever sends it. What a simulator made (演练) has no way to be: no value of this
 * type says so, and the writer and the database refuse it again.
 */
export type Origin =
  | { synthetic: false; status: 'Actual' | 'Exercise' | 'Test' }
  | { synthetic: true; status: 'Exercise' | 'Test' }

export type Reference = { sender: string; identifier: string; sent: Date }

export type Scope =
  | { scope: 'Public' }
  | { scope: 'Restricted'; restriction: string }
  | { scope: 'Private'; addresses: string[] }

/** A first message has no earlier ones; an update or a cancellation names all of them. */
export type Course =
  | { type: 'Alert' }
  | { type: 'Update' | 'Cancel'; references: [Reference, ...Reference[]] }

export type Warning = {
  identifier: string
  sender: string
  sent: Date
  origin: Origin
  scope: Scope
  course: Course
  /** The id of the case, which ties its messages together. */
  incident: string | null
  level: Level
  /** Absent: as CAP has it for the level. */
  severity?: 'Severe'
  category: (typeof categories)[number]
  event: string
  eventCode: { valueName: string; value: string } | null
  responses: (typeof responses)[number][]
  urgency: (typeof urgencies)[number]
  certainty: (typeof certainties)[number]
  onset: Date | null
  expires: Date | null
  senderName: string
  headline: string
  description: string
  instruction: string | null
  areas: Area[]
}

/** Colours of the state's warning levels, and what CAP calls them. */
export const colours = {
  1: { colour: 'Red', zh: '红色', severity: 'Extreme' },
  2: { colour: 'Orange', zh: '橙色', severity: 'Severe' },
  3: { colour: 'Yellow', zh: '黄色', severity: 'Moderate' },
  4: { colour: 'Blue', zh: '蓝色', severity: 'Minor' },
} as const satisfies Record<Level, { colour: string; zh: string; severity: string }>
