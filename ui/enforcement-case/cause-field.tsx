// Which violation of the register is it, what do the steps of its standard say, and what were like cases fined?
import { Show } from 'solid-js'
import type { OwnField } from '../list/additions.ts'
import { entryChoiceField } from '../list/entry-choice.tsx'
import { causeWords as w } from './cause-words.ts'
import { LikeFines } from './like-fines.tsx'

const CauseChoice = entryChoiceField({
  none: w.none,
  noneFits: w.noneHolds,
  unreadable: w.unknown,
  shows: w.reckoning,
})

const CauseField: OwnField = (props) => {
  const chosen = () => String(props.form.values()[props.field.name] ?? '')
  const step = () => String(props.form.values().step ?? '')
  const fine = () => {
    const typed = Number(props.form.values().fine ?? '')
    return Number.isFinite(typed) && typed > 0 ? typed : null
  }
  return (
    <>
      <CauseChoice {...props} />
      <Show when={chosen() !== ''}>
        <LikeFines
          caseId={props.case.id}
          cause={chosen()}
          step={step()}
          fine={fine()}
          of={props.act === 'notify-party' ? 'person' : 'enterprise'}
        />
      </Show>
    </>
  )
}

export default CauseField
