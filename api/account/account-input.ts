// What do a new person and a new password have to look like?
import * as v from 'valibot'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import { minPasswordLength } from '../http/accounts.ts'

/** As the authentication library takes them. */
const username = v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(40), v.regex(/^[\p{L}\p{N}_.-]+$/u))

export const newPerson = {
  username,
  name: v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(50)),
  mail: v.pipe(v.string(), v.trim(), v.maxLength(200), v.email()),
}

export const newPassword = v.pipe(v.string(), v.minLength(minPasswordLength), v.maxLength(128))

/** Long enough is what counts; only what everybody would try first is refused besides. */
export const refuseWeak = (password: string, username: string): void => {
  const plain = password.toLowerCase()
  const ofName = username.length >= 4 && plain.includes(username.toLowerCase())
  if (ofName || new Set(password).size < 5)
    throw new DomainError('invalid-input', [
      text(
        '密码过于简单：不能包含用户名，也不能由少数字符重复组成',
        'The password is too simple: not the user name, nor a few signs repeated',
      ),
    ])
}
