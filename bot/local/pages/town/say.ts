/** Says in the corner of the window, and to screen readers, what has just been done or why not. */
import { Toast, ToastBody, ToastTitle, useToastController } from '@fluentui/react-components'
import { createElement, useCallback } from 'react'
import { wordsOf } from './ask.ts'

export const SAYER = 'practice-town'

export type Say = (title: string, options?: { words?: string; intent?: 'success' | 'info' | 'error' }) => void

export function useSay(): Say {
  const { dispatchToast } = useToastController(SAYER)
  return useCallback(
    (title, { words, intent = 'info' } = {}) => {
      const body = words ? createElement(ToastBody, null, words) : null
      dispatchToast(createElement(Toast, null, createElement(ToastTitle, null, title), body), { intent })
    },
    [dispatchToast],
  )
}

/** Does something a person asked for; says why, where it could not be done. */
export function useDoing(): (work: () => Promise<void>) => Promise<boolean> {
  const say = useSay()
  return useCallback(
    (work) =>
      work().then(
        () => true,
        (fault: unknown) => {
          say('That did not work', { words: wordsOf(fault), intent: 'error' })
          return false
        },
      ),
    [say],
  )
}
