// How does an administrator enter the number by which a person is called, or take it away?
import type { Context } from 'hono'
import type { PersonView } from '../../contract/organisation/personnel.ts'
import { removePhone, savePhone } from '../../db/organisation/phones.ts'
import { mobileNumber } from '../../domain/calls/phone.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import { judgeReach } from '../../domain/organisation/personnel.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { type Ground, recordAct } from './personnel-acts.ts'
import { regionsOf } from './personnel-reading.ts'

/** The history says that it was changed, not what it is. */
export const changePhone = (
  deps: Deps,
  c: Context<ApiEnv>,
  id: string,
  body: Ground & { phone: string | null },
): Promise<PersonView> =>
  recordAct(deps, c, id, body, async ({ tx, administrator, subject, at, keep }) => {
    if (subject.held.length > 0) judgeReach(administrator, subject, regionsOf(subject, at))
    const phone = body.phone === null ? null : mobileNumber(body.phone)
    if (body.phone !== null && phone === null)
      throw new DomainError('invalid-input', [
        text(
          '请填写11位手机号码，语音电话和短信据此呼叫',
          'Enter a mobile number of 11 digits: calls and messages go there',
        ),
      ])
    if (phone === null) await removePhone(tx, id)
    else await savePhone(tx, id, phone, { by: administrator.id, at })
    const about = { office: null, role: null, since: null, until: null, emptied: [] }
    await keep({ act: phone === null ? 'phone-removed' : 'phone-changed', ...about })
  })
