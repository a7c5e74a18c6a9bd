// Which words does the sign-in page use?
import type { Text } from '../../domain/language/words.ts'

export const signInWords = {
  title: { zh: '登录智慧安监', en: 'Sign in to Anjian' },
  lead: {
    zh: '案件、时限与督办在一处办理，每个时限都写明依据的法条。',
    en: 'Cases, legal time limits and supervision in one place; every limit names its article.',
  },
  username: { zh: '用户名', en: 'User name' },
  password: { zh: '密码', en: 'Password' },
  submit: { zh: '登录', en: 'Sign in' },
  submitting: { zh: '正在登录', en: 'Signing in' },
  usernameMissing: { zh: '请填写用户名', en: 'Enter your user name' },
  passwordMissing: { zh: '请填写密码', en: 'Enter your password' },
  code: { zh: '动态验证码', en: 'One-time code' },
  codeHint: {
    zh: '验证器应用中的 6 位数字；手机不在身边时填恢复码',
    en: '6 digits of your app, or a recovery code',
  },
  forgotten: { zh: '忘记密码', en: 'Forgotten password' },
  public: { zh: '不用登录：', en: 'Without signing in:' },
  publicReport: { zh: '举报隐患', en: 'report a hazard' },
  publicFollow: { zh: '查询举报进度', en: 'follow a report' },
  publicNotices: { zh: '信息公示', en: 'public notices' },
  otherWay: { zh: '其他登录方式', en: 'Another way to sign in' },
  singleSignOn: { zh: '通过市统一身份认证登录', en: 'Sign in through the city’s single sign-on' },
  notTied: {
    zh: '统一身份认证未与本系统账号绑定：请先用密码登录，再到“我的设置”绑定。',
    en: 'The single sign-on is not tied to an account here: sign in with your password, then tie it in your settings.',
  },
  demoTitle: { zh: '演示账号', en: 'Demo accounts' },
  demoHint: {
    zh: '点击一行即以该身份登录，均为虚构。',
    en: 'Choose a row to sign in as that person. All are invented.',
  },
} satisfies Record<string, Text>
