// What do the routes of people, their posts and accounts ask for?
import * as v from 'valibot'
import { type Role, roles } from '../../domain/organisation/roles.ts'
import {
  cursor,
  dayInput,
  limit,
  line,
  momentInput,
  newPerson,
  orNull,
} from '../parts/date-inputs.ts'
import { flag, list, string } from '../parts/pieces.ts'

const _role = v.picklist(Object.keys(roles) as Role[])

export const lossQuery = v.object({
  office: v.optional(line(100)),
  role: v.optional(line(40)),
  since: v.optional(momentInput),
  until: v.optional(dayInput),
})

export const peoplePageQuery = v.object({
  q: v.optional(v.pipe(string, v.trim(), v.maxLength(100)), ''),
  office: v.optional(v.pipe(string, v.maxLength(100)), ''),
  standing: v.optional(v.picklist(['all', 'active', 'disabled']), 'all'),
  limit,
  cursor,
})

const groundInput = { order: orNull(line(200)), reason: line(500) }
export const groundBody = v.strictObject(groundInput)
const postInput = v.strictObject({
  office: line(100),
  role: line(40),
  from: dayInput,
  until: orNull(dayInput),
})

export const personBody = v.strictObject({
  ...newPerson,
  posts: v.pipe(list(postInput), v.minLength(1), v.maxLength(10)),
  ...groundInput,
})

/** Null: he is called by no number any more. */
export const phoneBody = v.strictObject({ phone: orNull(line(30)), ...groundInput })

const knowingly = v.optional(flag, false)
export const disablingBody = v.strictObject({ knowingly, ...groundInput })

export const appointmentEndBody = v.strictObject({
  office: line(100),
  role: line(40),
  since: momentInput,
  until: orNull(dayInput),
  knowingly,
  ...groundInput,
})

export const appointmentBody = v.strictObject({
  office: line(100),
  role: line(40),
  from: dayInput,
  until: orNull(dayInput),
  ...groundInput,
})
