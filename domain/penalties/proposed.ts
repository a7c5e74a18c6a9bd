// Has another case of an enterprise proposed its closure already, and is that still to be answered?
import { type Text, text } from '../language/words.ts'
import type { CaseRecord } from '../model/record.ts'

const isProposing = ({ status, snapshot, items = {} }: CaseRecord): boolean =>
  status === 'open' &&
  (snapshot.context.closureProposed === true ||
    Object.values(items).some(({ kind }) => kind === 'closure'))

/** The reason why it is not proposed again; true: none has. */
export const notProposedElsewhere = (past: readonly CaseRecord[] = []): true | Text => {
  const other = past.find(isProposing)
  return (
    other === undefined ||
    text(
      `已由${other.number}提请关闭，政府尚未答复`,
      `${other.number} has proposed it, and the government has not answered yet`,
    )
  )
}
