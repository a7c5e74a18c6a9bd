// Which renewal that is under way already leaves nothing to apply for?
import { type Text, text } from '../language/words.ts'
import { stateKey } from '../model/chart.ts'
import type { CaseEvent } from '../model/process.ts'
import type { CaseRecord } from '../model/record.ts'
import { plainNumber } from '../public/follow.ts'
import { civilDate } from '../time/instant.ts'

const underWay = ['receiving', 'supplementing', 'reviewing', 'issuing', 'serving'].map(
  (name) => `handling.${name}`,
)

const heldIn = ({ licenceNumber }: Record<string, unknown>): string | null =>
  typeof licenceNumber === 'string' && licenceNumber.trim() !== ''
    ? plainNumber(licenceNumber).replace(/号$/, '')
    : null

/** Undecided, on its way to its holder, or served ahead of the day on which it takes the place of the licence held. */
const isToCome = ({ snapshot: { value, context } }: CaseRecord, at: string): boolean => {
  const here = stateKey(value).split('|')
  const isIn = (state: string) => here.some((one) => one === state || one.startsWith(`${state}.`))
  const { validFrom } = context
  const ahead = typeof validFrom === 'string' && validFrom > civilDate(at)
  return underWay.some(isIn) || (ahead && isIn('handling.valid'))
}

/** 许可法 50: a licence is renewed by one application: of two, each would be deemed granted by silence. */
export const renewedBy = (
  other: CaseRecord,
  { data, at }: Pick<CaseEvent, 'data' | 'at'>,
): Text | null => {
  const { apply = {} } = other.data
  const licence = heldIn(data)
  const twice =
    data.kind === 'renewal' &&
    apply.kind === 'renewal' &&
    licence !== null &&
    heldIn(apply) === licence &&
    isToCome(other, at)
  return twice
    ? text(
        `该许可证的延期申请（${other.number}）正在办理或者已获准，不得重复申请（《行政许可法》第五十条）`,
        `The renewal of this licence was applied for already (${other.number}) and is under way or granted: it is not applied for twice (Licensing Law art. 50)`,
      )
    : null
}
