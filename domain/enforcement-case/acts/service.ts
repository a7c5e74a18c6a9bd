// What is written down of the service of a paper on the enterprise, by what it has agreed to in this case?
import { serviceFields } from '../../documents/service-form.ts'
import { text } from '../../language/words.ts'
import { hasConsented } from '../memory/consent.ts'

const agreed = text(
  '当事人已签订送达地址确认书，同意电子送达；需要以其他方式送达的，可以改选',
  'The party has agreed in writing to electronic service; another way may be chosen',
)

/** 处罚法 61(2): who has agreed once is served so again, and need not agree anew. */
export const caseServiceFields = {
  ...serviceFields,
  method: serviceFields.method.perCase(({ snapshot }) =>
    hasConsented(snapshot.context) ? { value: 'electronic', hint: agreed } : {},
  ),
  consent: serviceFields.consent.perCase(({ snapshot }) =>
    hasConsented(snapshot.context) ? null : {},
  ),
}
