/** Words set apart, with what can be done about them. */
import { MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import type { ReactNode } from 'react'

type NoticeProps = { intent: 'info' | 'warning' | 'error'; title: string; words: string; children?: ReactNode }

export const Notice = ({ intent, title, words, children }: NoticeProps) => (
  <MessageBar intent={intent} layout="multiline">
    <MessageBarBody>
      <MessageBarTitle>{title}</MessageBarTitle> {words}
    </MessageBarBody>
    {children && <MessageBarActions>{children}</MessageBarActions>}
  </MessageBar>
)
