// What does sending this form do to signatures that stand already?
import type { ActView } from '../../domain/engine/judging/act-view.ts'
import { fill } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import { actWords as w } from './act-words.ts'

/** `changed`: the form no longer says what was proposed. */
export const StandingProposal = (props: {
  standing: NonNullable<ActView['proposal']>
  changed: boolean
}) => {
  const names = () => ({ names: props.standing.falls.join(t({ zh: '、', en: ', ' })) })
  const undoes = () => props.changed || props.standing.data === null
  return (
    <p class={`notice ${undoes() ? 'warn' : ''}`} role="status">
      {t(fill(undoes() ? w.signaturesFall : w.agreesUnchanged, names()))}
    </p>
  )
}
