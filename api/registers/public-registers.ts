// What does everybody learn of an entry, by its whole number or, where names are for everybody, by a part of its name?
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import type { OpenEntry } from '../../contract/registers/registers.ts'
import { openEntriesQuery } from '../../contract/registers/registers.ts'
import { type EntryHit, lookUpEntries } from '../../db/registers/registers-reads.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import type { Register } from '../../domain/registers/define.ts'
import {
  fieldsOf,
  fieldTextsFor,
  isOpenToAll,
  nameOf,
  standingWordsOf,
} from '../../domain/registers/entry.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { brake, brakes } from '../http/strangers.ts'
import { regionName } from '../reading/names.ts'
import { shelfOf } from './register-views.ts'

/** So many signs, that nobody leafs through a register by single letters. */
const leastSigns = 4
const tooShort = text(`请至少输入${leastSigns}个字`, `Type ${leastSigns} signs at least`)

export const createPublicRegisters = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get(
      '/',
      describeRoute({
        tags: ['public'],
        security: [],
        summary: 'Registers that are open to everybody',
      }),
      (c) => c.json({ items: Object.values(deps.registers).filter(isOpenToAll).map(shelfOf) }),
    )
    .get(
      '/:register',
      describeRoute({
        tags: ['public'],
        security: [],
        summary: 'Entries by their whole number or a part of their name',
      }),
      brake(deps, brakes.registers),
      checked('query', openEntriesQuery),
      async (c) => {
        const id = c.req.param('register')
        const register = Object.hasOwn(deps.registers, id) ? deps.registers[id] : undefined
        if (!register || !isOpenToAll(register)) throw new DomainError('not-found')
        const q = c.req.valid('query').q.trim()
        if ([...q].length < leastSigns)
          throw new DomainError('invalid-input', [tooShort], { fields: { q: tooShort } })
        const byName = fieldsOf(register, 'public').some(({ name }) => name === register.name)
        const found = await lookUpEntries(deps.connection.db, { register: register.id, q, byName })
        return c.json({ items: found.map((hit) => openEntry(register, hit)) })
      },
    )

const openEntry = (
  register: Register,
  { number, region, standing, data }: EntryHit,
): OpenEntry => ({
  number,
  name: nameOf(register, 'public', data),
  region: regionName(region),
  words: standingWordsOf(register, standing),
  fields: fieldTextsFor(register, 'public', data),
})
