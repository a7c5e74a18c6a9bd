// Does what was sent fit the form as this case needs it, and whom does it name?

import { DomainError } from '../../domain/language/errors.ts'
import { type Text, text } from '../../domain/language/words.ts'
import type { EventDefinition, Field } from '../../domain/model/process.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import type { Actor } from '../../domain/organisation/actor.ts'
import type { Scope } from '../../domain/organisation/policy.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Deps } from '../http/deps.ts'
import { withOfficer } from '../organisation/officer-choice.ts'
import { withEntry } from './entry-choice.ts'
import { withNamed } from './other-cases.ts'
import { registered } from './register.ts'

type Data = Record<string, unknown>
type FormInput = {
  definition: EventDefinition | undefined
  record: CaseRecord
  by: Actor
  scope: Scope
  data: Data
  at: Instant
}

/** The data to be judged and kept: nothing that this case does not ask for, an enterprise and an entry as their registers have them. */
export const asTheCaseNeeds = async (
  deps: Pick<Deps, 'connection' | 'registers'>,
  { definition, record, by, scope, data, at }: FormInput,
): Promise<Data> => {
  if (!definition) return data
  const mistakes = mistakesIn(definition, record, data)
  if (mistakes.length > 0)
    throw new DomainError(
      'invalid-input',
      mistakes.map(([, words]) => words),
      { fields: Object.fromEntries(mistakes) },
    )
  const { entry: choice, officer } = definition
  const told = officer
    ? await withOfficer(deps, { choice: officer, record, scope, data, at })
    : data
  const named = await withNamed(deps, { definition, record, by, scope, data: told })
  const filled = choice ? await withEntry(deps, { choice, record, scope, data: named, at }) : named
  return namesEnterprise(definition) ? fromRegister(deps, scope, filled) : filled
}

const namesEnterprise = ({ moves, fields }: EventDefinition) =>
  moves !== undefined && fields.some(({ name }) => name === 'enterprise')

/** Where an act moves the case, and its form depends on the case, the schema alone would let it move what is settled. */
const mistakesIn = (
  { fields, fieldsFor, moves }: EventDefinition,
  record: CaseRecord,
  data: Data,
): [string, Text][] => {
  if (!fieldsFor || !moves) return []
  const caseFields = fieldsFor(record)
  const missing = caseFields.filter(({ name, required }) => required && data[name] === undefined)
  const foreign = fields.filter(
    ({ name }) => data[name] !== undefined && !caseFields.some((one) => one.name === name),
  )
  return [
    ...missing.map((field) => mistake(field, '请填写', 'is missing')),
    ...foreign.map((field) => mistake(field, '本案不需填写', 'is not asked for here')),
  ]
}

const mistake = ({ name, words }: Field, zh: string, en: string): [string, Text] => [
  name,
  text(`${words.zh}：${zh}`, `${words.en}: ${en}`),
]

const fromRegister = async (
  deps: Pick<Deps, 'connection'>,
  scope: Scope,
  { enterpriseName: _, ...data }: Data,
): Promise<Data> => {
  if (data.enterprise === undefined) return data
  const { id, name } = await registered(deps, scope, data.enterprise)
  return { ...data, enterprise: id, enterpriseName: name }
}
