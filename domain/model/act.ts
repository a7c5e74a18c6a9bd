// How is an act of a process declared once, so that its schema, its form and who reads what follow from it?
import * as v from 'valibot'
import { type Text, text } from '../language/words.ts'
import type { FormLaw } from './decision-context.ts'
import type { FieldBuilder, FieldReader } from './field.ts'
import type { EventDefinition, Field, StartDefinition } from './process.ts'
import type { CaseRecord } from './record.ts'

export type ActFields = Record<string, FieldBuilder>
type Derived = 'schema' | 'fields' | 'fieldsFor' | 'show' | 'by' | 'audience' | 'party'

/** What is said of an act; the rest of its definition follows. */
export type ActDeclaration = Omit<EventDefinition, Derived> & {
  /** Its form, in this order; also what the server fills in. */
  fields?: ActFields
  /** The form as this case needs it. Total. */
  fieldsFor?: (fields: Field[], record: CaseRecord) => Field[]
  /** The plain sentence that the party reads; without one the act is the authorities' own business. */
  party?: Text
  /** Default: whoever holds the task. */
  by?: EventDefinition['by']
  /** Default: the party where it reads a sentence, else the authorities alone. */
  audience?: EventDefinition['audience']
  /** What says it may say more than this release understands: that is kept and not read. Only for machines. */
  tolerant?: true
}

/** The names of the answers that a reader sees. */
const namesFor = (fields: ActFields, reader: FieldReader): string[] =>
  Object.entries(fields).flatMap(([name, { readers }]) => (readers.includes(reader) ? [name] : []))

const showOf = (fields: ActFields): EventDefinition['show'] => {
  const reporter = namesFor(fields, 'reporter')
  return {
    party: namesFor(fields, 'party'),
    public: namesFor(fields, 'public'),
    ...(reporter.length > 0 ? { reporter } : {}),
  }
}

const schemaOf = (fields: ActFields, tolerant: boolean): EventDefinition['schema'] => {
  const entries = Object.fromEntries(
    Object.entries(fields).map(([name, { schema }]) => [name, schema]),
  )
  return tolerant ? v.object(entries) : v.strictObject(entries)
}

/** The form; for a case at hand what the case makes of it. */
const formOf = (fields: ActFields, record?: CaseRecord, law?: FormLaw): Field[] =>
  Object.entries(fields).flatMap(([name, { form, ofCase }]): Field[] => {
    const facet = record && ofCase ? ofCase(record, law ?? { at: record.openedAt }) : {}
    return form && facet ? [{ name, ...form, ...facet }] : []
  })

const perCase = (
  fields: ActFields,
  fieldsFor: ActDeclaration['fieldsFor'],
): Pick<EventDefinition, 'fieldsFor'> => {
  if (!fieldsFor && !Object.values(fields).some(({ ofCase }) => ofCase)) return {}
  return {
    fieldsFor: (record, law) => {
      const form = formOf(fields, record, law)
      return fieldsFor ? fieldsFor(form, record) : form
    },
  }
}

/** The definition of an act: schema, form and readers from its fields. */
export const act = ({
  fields = {},
  fieldsFor,
  tolerant,
  ...rest
}: ActDeclaration): EventDefinition => ({
  ...rest,
  party: rest.party ?? text('', ''),
  by: rest.by ?? 'task',
  audience: rest.audience ?? (rest.party ? 'party' : 'internal'),
  schema: schemaOf(fields, tolerant === true),
  fields: formOf(fields),
  show: showOf(fields),
  ...perCase(fields, fieldsFor),
})

/** The act that opens a case. */
export const start = ({
  type,
  public: declaredPublic,
  followable,
  refuses,
  exercise,
  alike,
  begunBy,
  goesOnFrom,
  drawn,
  yearPlan,
  fromSelfCheck,
  ...declaration
}: ActDeclaration &
  Pick<
    StartDefinition,
    | 'type'
    | 'public'
    | 'followable'
    | 'refuses'
    | 'exercise'
    | 'alike'
    | 'begunBy'
    | 'goesOnFrom'
    | 'drawn'
    | 'yearPlan'
    | 'fromSelfCheck'
  >): StartDefinition => ({
  ...act(declaration),
  type,
  ...(declaredPublic ? { public: declaredPublic } : {}),
  ...(followable ? { followable } : {}),
  ...(refuses ? { refuses } : {}),
  ...(exercise ? { exercise } : {}),
  ...(alike ? { alike } : {}),
  ...(begunBy ? { begunBy } : {}),
  ...(goesOnFrom ? { goesOnFrom } : {}),
  ...(drawn ? { drawn } : {}),
  ...(yearPlan ? { yearPlan } : {}),
  ...(fromSelfCheck ? { fromSelfCheck } : {}),
})

/** What the legal clock does by itself; nobody fills anything in. */
export const clockAct = (
  zh: string,
  en: string,
  party: Text,
  more: Partial<ActDeclaration> = {},
): EventDefinition => act({ words: text(zh, en), party, by: 'clock', ...more })
