// What does a new draw ask for?
import type { DrawList } from '../../contract/drawing/draws.ts'
import type { Field } from '../../domain/model/process.ts'
import { drawsApi } from '../client/case/draws.ts'
import { NewOnShelf, regionField } from '../shelf/new.tsx'
import { shelfWords } from '../shelf/words.ts'
import { addressOfDraw, drawAddress } from './addresses.ts'
import { readDrawsAnew } from './reading.ts'
import { drawWords as w } from './words.ts'

type FormOf = NonNullable<DrawList['form']>

/** Where, of which trades and how many, before what all visits share. */
const fieldsOf = ({ fields, regions, industries }: FormOf): Field[] => [
  regionField(w.region, regions),
  {
    name: 'industry',
    words: shelfWords.industry,
    kind: 'choice',
    required: false,
    choices: Object.fromEntries(industries.map((one) => [one, { zh: one, en: one }])),
  },
  { name: 'count', words: w.count, kind: 'number', required: true },
  ...fields,
]

const bodyOf = ({ region, industry, count, ...answers }: Record<string, unknown>) => ({
  region: String(region),
  industry: typeof industry === 'string' ? industry : null,
  count: Number(count),
  answers,
})

export const NewDraw = (props: { form: FormOf }) => (
  <NewOnShelf
    about={{ name: 'draw:new', href: drawAddress }}
    words={{ begin: w.begin, send: w.freeze, sending: w.freezing }}
    regions={props.form.regions}
    fields={fieldsOf(props.form)}
    bodyOf={bodyOf}
    store={drawsApi.freeze}
    readAnew={readDrawsAnew}
    addressOf={addressOfDraw}
  />
)
