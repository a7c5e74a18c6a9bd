// Which words do the pages use that somebody reaches by a link, or without a password?
import type { Text } from '../../domain/language/words.ts'

export const accessWords = {
  foundTitle: { zh: '启用系统管理员账号', en: 'Set up the administrator’s account' },
  foundLead: {
    zh: '您是本系统最初的两名系统管理员之一。请填写本人信息并设置密码；登录后还须启用动态验证码。',
    en: 'You are one of the first two administrators. Enter who you are and set a password; after signing in you set up one-time codes.',
  },
  passwordTitle: { zh: '设置密码', en: 'Set the password' },
  passwordLead: {
    zh: '{name}（用户名 {username}），请设置新密码。设置后其他登录全部退出。',
    en: '{name} (user name {username}), set a new password. All other sessions end.',
  },
  until: {
    zh: '链接有效期至 {time}，只能使用一次。',
    en: 'The link is good until {time} and works once.',
  },
  name: { zh: '姓名', en: 'Name' },
  username: { zh: '用户名', en: 'User name' },
  usernameHint: {
    zh: '字母、数字、点、下划线或短横，2 至 40 个',
    en: '2 to 40 letters, digits, points, underscores or hyphens',
  },
  mail: { zh: '邮箱', en: 'E-mail' },
  mailHint: { zh: '重设密码的链接寄到这里', en: 'Links to reset the password go there' },
  password: { zh: '新密码', en: 'New password' },
  passwordHint: {
    zh: '至少 10 个字符，不含用户名',
    en: 'At least 10 characters, without the user name',
  },
  again: { zh: '再次输入新密码', en: 'New password once more' },
  different: { zh: '两次输入的密码不一致', en: 'The two passwords differ' },
  short: { zh: '密码至少 10 个字符', en: 'The password needs at least 10 characters' },
  missing: { zh: '请填写：{name}', en: 'Enter: {name}' },
  save: { zh: '确认设置', en: 'Set it' },
  saving: { zh: '正在设置', en: 'Setting' },
  done: { zh: '密码已设置', en: 'The password is set' },
  doneText: { zh: '请用用户名 {username} 登录。', en: 'Sign in with the user name {username}.' },
  toSignIn: { zh: '去登录', en: 'Sign in' },
  invalid: { zh: '链接不能使用', en: 'The link does not work' },
  invalidText: {
    zh: '链接无效、已使用或已过期。可以重新申请重设密码，或请系统管理员再发一次。',
    en: 'It is not valid, has been used or has expired. Ask for another one, or ask an administrator to send it again.',
  },
  forgottenTitle: { zh: '忘记密码', en: 'Forgotten password' },
  forgottenLead: {
    zh: '填写用户名，如有此账号，设置密码的链接会寄到登记的邮箱，一小时内有效。',
    en: 'Enter your user name: if there is such an account, a link goes to its registered e-mail address, good for an hour.',
  },
  send: { zh: '发送链接', en: 'Send the link' },
  sent: {
    zh: '已受理。如有此账号，请查收邮件；没有收到的，请联系系统管理员。',
    en: 'Taken. If there is such an account, look at its mails; if nothing comes, ask an administrator.',
  },
} satisfies Record<string, Text>
