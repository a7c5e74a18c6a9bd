// What do the posts of a case say to each other: messages that wait to be read, meetings that go on?
import { For } from 'solid-js'
import type { CaseView } from '../../contract/case/cases.ts'
import type { askItems } from '../client/case/items.ts'
import { Shelf } from './items.tsx'

type Answer = Awaited<ReturnType<typeof askItems>>

/** A shelf of each kind of which the case has some. */
const Correspondence = (props: { case: CaseView; answer: Answer }) => {
  const ofKind = (kind: string) => props.answer.items.filter((one) => one.kind === kind)
  const kinds = () =>
    props.answer.kinds.filter(
      ({ kind, correspondence }) => correspondence && ofKind(kind).length > 0,
    )
  return (
    <For each={kinds()}>
      {(kind) => <Shelf case={props.case} kind={kind} items={ofKind(kind.kind)} />}
    </For>
  )
}

export default Correspondence
